package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import outfitter.models.shop.Article;
import outfitter.models.shop.Articles;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Help pages, for everybody. */
final class HelpRoutes {
    private static final String LOCALE = "en";

    private final Articles articles;

    HelpRoutes(Articles articles) {
        this.articles = articles;
    }

    void mount(Api api) {
        api.get(
                "/api/shop/articles",
                Operation.of("Lists the help pages by title").returns(Page[].class),
                this::all);
        api.get("/api/shop/articles/:id", Operation.of("Shows one help page").returns(Page.class), this::one);
    }

    /** A help page; {@code body} is plain text whose paragraphs are parted by an empty line. */
    record Page(String id, String title, String body, List<String> tags) {
        static Page of(Article article) {
            return new Page(article.id(), article.title(), article.body(), article.tags());
        }
    }

    private Future<Page[]> all(RoutingContext ctx) {
        return articles.all(LOCALE).map(all -> all.stream().map(Page::of).toArray(Page[]::new));
    }

    private Future<Page> one(RoutingContext ctx) {
        return articles.find(Requests.text(ctx, "id"), LOCALE)
                .map(found ->
                        found.map(Page::of).orElseThrow(() -> new HttpException(404, "There is no such help page")));
    }
}
