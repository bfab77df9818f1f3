package outfitter.server.recommend;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.recommender.Explained;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.Explanation;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** Why any product is where it is in a list, or is not: beside a conversation, and beside a product in the studio. */
final class WhyRoutes {
    private static final String LANGUAGE = "en";

    private final Recommender recommender;
    private final Supplier<Catalogue> catalogue;
    private final Conversations conversations;
    private final Clock clock;

    WhyRoutes(Recommender recommender, Supplier<Catalogue> catalogue, Conversations conversations, Clock clock) {
        this.recommender = recommender;
        this.catalogue = catalogue;
        this.conversations = conversations;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get(
                "/api/conversations/:id/suggestions/why/:product",
                Operation.of("Tells why a product is suggested beside a conversation, or is not")
                        .by(Access.AGENT)
                        .query("list", String.class, "goes-with, unless step-up is given")
                        .returns(Why.class)
                        .fails(404, "there is no such conversation"),
                this::besideConversation);
        api.get(
                "/api/studio/products/:id/why/:product",
                Operation.of("Tells why a product is in a list beside another one, or is not")
                        .by(Access.MERCHANDISER)
                        .query("list", String.class, "goes-with, unless step-up is given")
                        .query("rules", String.class, "live, unless draft is given")
                        .query("season", String.class, "as if it were winter, spring, summer or autumn")
                        .query("segment", String.class, "as if the customer were of this segment")
                        .query("intent", String.class, "as if the conversation were about this matter")
                        .query("channel", String.class, "as if the customer wrote from there")
                        .returns(Why.class)
                        .fails(404, "the shop has no such product"),
                this::besideProduct);
    }

    /**
     * All that is to be said.
     *
     * @param verdict the answer in a word: 'shown', 'rule', 'further-down', 'sold-out', 'instead' …
     * @param answer in one sentence, for staff
     * @param aloud the same as one may say it to the customer
     * @param place where it is shown, null when it is not
     * @param rankedAt its place by the ranking alone, {@code of} so many candidates
     * @param movedBy the rule that moved it, by {@code moved} places, upwards positive
     * @param excludedBy the rule that keeps it out
     * @param rule the id of whichever of the two there is
     * @param evidence what can be said for it
     * @param terms what each signal says: its share of the most, and what it adds to the score
     * @param together raw counts
     * @param anchors what it would be suggested beside, weightiest first
     */
    record Why(
            String product,
            String list,
            String verdict,
            String answer,
            String aloud,
            @Nullable Integer place,
            @Nullable Integer rankedAt,
            int of,
            @Nullable String movedBy,
            int moved,
            @Nullable String excludedBy,
            @Nullable String rule,
            List<String> evidence,
            List<Explanation.Term> terms,
            List<Explanation.Together> together,
            List<String> anchors) {}

    private Future<Why> besideConversation(RoutingContext ctx) {
        return conversations
                .find(new ConversationId(Requests.id(ctx, "id")))
                .map(found -> found.orElseThrow(() -> new HttpException(404, "There is no such conversation")))
                .compose(now -> recommender.explain(now, Requests.text(ctx, "product"), list(ctx)))
                .map(this::why);
    }

    private Future<Why> besideProduct(RoutingContext ctx) {
        Product product = catalogue
                .get()
                .product(Requests.text(ctx, "id"))
                .orElseThrow(() -> new HttpException(404, "The shop has no such product"));
        Situation lookingAt = Situation.lookingAt(List.of(product.id()), clock.instant());
        boolean draft = Requests.query(ctx, "rules").filter("draft"::equals).isPresent();
        return (draft
                        ? recommender.rules().draft().map(DraftRules::rules)
                        : Future.succeededFuture(recommender.rules().live()))
                .compose(rules -> recommender.explain(
                        lookingAt,
                        rules,
                        AsIf.circumstances(ctx, lookingAt.now()),
                        Merchandising.FOR_THE_STUDIO,
                        Requests.text(ctx, "product"),
                        list(ctx)))
                .map(this::why);
    }

    private static SuggestionList list(RoutingContext ctx) {
        return Requests.choice(ctx, "list", SuggestionList.class).orElse(SuggestionList.GOES_WITH);
    }

    private Why why(Explained explained) {
        Explanation ranking = explained.ranking();
        Suggestion shown = explained.shown();
        Rule movedBy = shown == null ? null : shown.movedBy();
        Rule excludedBy = explained.excludedBy();
        Rule told = movedBy == null ? excludedBy : movedBy;
        List<Evidence> evidence = shown == null ? ranking.evidence() : shown.evidence();
        List<String> said =
                evidence.stream().map(each -> recommender.say(each, LANGUAGE)).toList();
        return new Why(
                ranking.product(),
                explained.list().code(),
                Verdict.of(explained),
                recommender.say(Verdict.answer(explained), LANGUAGE),
                recommender.say(Verdict.aloud(explained, said), LANGUAGE),
                shown == null ? null : shown.place(),
                ranking.rankedAt(),
                ranking.of(),
                movedBy == null ? null : movedBy.name(),
                explained.moved(),
                excludedBy == null ? null : excludedBy.name(),
                told == null ? null : told.id(),
                said,
                ranking.terms(),
                ranking.together(),
                explained.anchors());
    }
}
