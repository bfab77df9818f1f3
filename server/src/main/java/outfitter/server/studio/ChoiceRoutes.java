package outfitter.server.studio;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outfitter.models.language.Meaning;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Season;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/** What a rule can be made of in this shop: {@code /api/studio/choices}. */
final class ChoiceRoutes {
    private static final List<String> SEGMENTS = List.of("new", "returning", "standard", "silver", "gold");
    private static final List<String> CHANNELS =
            List.of("site", "whatsapp", "messenger", "instagram", "telegram", "sms", "slack", "email");
    private static final int MOST_TAGS = 300;

    private final Recommender recommender;

    ChoiceRoutes(Recommender recommender) {
        this.recommender = recommender;
    }

    void mount(Api api) {
        api.get(
                "/api/studio/choices",
                Operation.of("Lists what a rule can be made of: categories, brands, tags, segments, matters, channels")
                        .by(Access.MERCHANDISER)
                        .returns(Choices.class),
                ctx -> Future.succeededFuture(choices()));
    }

    /**
     * Values by what they are values of.
     *
     * @param products how many are sold
     * @param withCost of how many of them the cost is known
     * @param currency of prices, in minor units
     */
    record Choices(
            List<Choice> categories,
            List<String> brands,
            List<String> tags,
            List<String> segments,
            List<Choice> intents,
            List<String> channels,
            List<String> seasons,
            int products,
            int withCost,
            String currency) {}

    record Choice(String id, String name) {}

    private Choices choices() {
        Wares wares = recommender.wares();
        List<Product> sold = wares.catalogue().products();
        return new Choices(
                wares.catalogue().categories().stream()
                        .map(category -> new Choice(category.id(), path(wares, category)))
                        .toList(),
                sorted(sold.stream().map(Product::brand)),
                sorted(sold.stream().flatMap(product -> product.tags().stream())),
                SEGMENTS,
                Meaning.all().stream()
                        .map(meaning -> new Choice(meaning.intent(), meaning.intent()))
                        .toList(),
                CHANNELS,
                Stream.of(Season.values()).map(Season::code).toList(),
                sold.size(),
                (int) sold.stream()
                        .filter(product -> wares.margin(product.id()).isPresent())
                        .count(),
                sold.stream()
                        .map(Product::price)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(price -> price.currency())
                        .orElse(""));
    }

    private static String path(Wares wares, Category category) {
        return String.join(
                " › ",
                wares.catalogue().path(category.id()).stream()
                        .map(Category::name)
                        .toList());
    }

    private static List<String> sorted(Stream<String> values) {
        return values.filter(value -> !value.isBlank())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .limit(MOST_TAGS)
                .toList();
    }
}
