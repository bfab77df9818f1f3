package outfitter.server.studio.training;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import outfitter.models.account.Account;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.Meaning;
import outfitter.models.language.Review;
import outfitter.models.language.Sought;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** What customers wrote, and what people say it means: {@code /api/studio/training/messages}. */
final class MessageRoutes {
    private static final String PATH = "/api/studio/training";
    private static final int PAGE = 40;
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_SEARCH = 100;

    private final HeardUtterances heard;
    private final Set<String> intents;
    private final String language;
    private final Clock clock;
    private final Function<RoutingContext, Account> signedIn;
    private final List<Meaning> meanings;

    MessageRoutes(
            HeardUtterances heard,
            Set<String> intents,
            String language,
            Clock clock,
            Function<RoutingContext, Account> signedIn) {
        this.heard = heard;
        this.intents = intents;
        this.language = language;
        this.clock = clock;
        this.signedIn = signedIn;
        meanings = Meaning.all().stream()
                .filter(meaning -> intents.contains(meaning.intent()))
                .toList();
    }

    void mount(Api api) {
        api.get(
                PATH + "/messages",
                Operation.of("Lists what customers wrote and how it was read, newest first")
                        .by(Access.MERCHANDISER)
                        .query("which", Sought.Which.class, "to-look-at (unless given), corrected or all")
                        .query("q", String.class, "words of the text, the last one perhaps unfinished")
                        .query("intent", String.class, "as it was read or corrected")
                        .query("before", Long.class, "only those with a smaller id")
                        .query("limit", Integer.class, "how many at most, up to 100")
                        .returns(Messages.Page.class),
                this::list);
        api.put(
                PATH + "/messages/:id/intent",
                Operation.of("Says what a message means, or that nothing is to be learned from it")
                        .by(Access.MERCHANDISER)
                        .takes(Messages.Meant.class)
                        .returns(Messages.Message.class),
                this::correct);
        api.delete(
                PATH + "/messages/:id/intent",
                Operation.of("Takes back what was said of a message")
                        .by(Access.MERCHANDISER)
                        .returns(Messages.Message.class),
                ctx -> heard.undo(Requests.id(ctx, "id")).map(MessageRoutes::found));
        api.get(
                PATH + "/intents",
                Operation.of("Lists what a message can mean")
                        .by(Access.MERCHANDISER)
                        .returns(Messages.Intents.class),
                ctx -> Future.succeededFuture(new Messages.Intents(meanings)));
    }

    private Future<Messages.Page> list(RoutingContext ctx) {
        Sought sought = new Sought(
                Requests.choice(ctx, "which", Sought.Which.class).orElse(Sought.Which.TO_LOOK_AT),
                Requests.query(ctx, "q")
                        .map(words -> words.substring(0, Math.min(words.length(), LONGEST_SEARCH)))
                        .orElse(null),
                Requests.query(ctx, "intent").orElse(null));
        int limit = Requests.number(ctx, "limit", PAGE, 1, LONGEST_PAGE);
        long before = Requests.number(ctx, "before").orElse(Long.MAX_VALUE);
        Future<List<Review>> found = heard.list(language, sought, before, limit + 1);
        Future<HeardUtterances.Counts> counts = heard.counts(language, Instant.EPOCH);
        return Future.all(found, counts)
                .map(both -> new Messages.Page(
                        found.result().stream()
                                .limit(limit)
                                .map(Messages.Message::of)
                                .toList(),
                        found.result().size() > limit,
                        counts.result().toLookAt(),
                        counts.result().corrected()));
    }

    private Future<Messages.Message> correct(RoutingContext ctx) {
        String intent = Requests.body(ctx, Messages.Meant.class).intent();
        if (intent != null && !intents.contains(intent)) throw Requests.malformed("intent", "there is no such one");
        return heard.correct(Requests.id(ctx, "id"), intent, signedIn.apply(ctx).id(), clock.instant())
                .map(MessageRoutes::found);
    }

    private static Messages.Message found(Optional<Review> review) {
        return review.map(Messages.Message::of)
                .orElseThrow(() -> new HttpException(404, "This message is not kept any more"));
    }
}
