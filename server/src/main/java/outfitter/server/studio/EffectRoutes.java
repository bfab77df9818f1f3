package outfitter.server.studio;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.DraftRules;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Effect;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/**
 * What the draft would have done to last month's orders: {@code /api/studio/effect}. One trial runs at a time on a node;
 * who asks while one runs of the same draft sees that one.
 */
final class EffectRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(EffectRoutes.class);
    private static final Trial NONE = new Trial("none", 0, 0, 0, null, null);

    private final Recommender recommender;
    private volatile Trial newest = NONE;

    EffectRoutes(Recommender recommender) {
        this.recommender = recommender;
    }

    void mount(Api api) {
        api.post(
                "/api/studio/effect",
                Operation.of("Tries the draft on a sample of last month's orders")
                        .by(Access.MERCHANDISER)
                        .returns(Trial.class),
                this::begin);
        api.get(
                "/api/studio/effect",
                Operation.of("Shows how far the trial is, and what came out")
                        .by(Access.MERCHANDISER)
                        .returns(Trial.class),
                ctx -> Future.succeededFuture(newest));
    }

    /**
     * A trial.
     *
     * @param state 'none', 'running', 'done' or 'failed'
     * @param version of the draft that it tries
     * @param done of so many orders
     * @param effect what came out; null before
     * @param verdict 'too-few', 'untouched', 'better', 'worse' or 'unclear'
     */
    record Trial(
            String state,
            long version,
            int done,
            int of,
            @Nullable Effect effect,
            @Nullable String verdict) {
        Trial at(int tried, int all) {
            return new Trial(state, version, tried, all, effect, verdict);
        }
    }

    private Future<Trial> begin(RoutingContext ctx) {
        return recommender.rules().draft().map(this::tryOut);
    }

    private synchronized Trial tryOut(DraftRules draft) {
        Trial before = newest;
        if (before.state().equals("running") && before.version() == draft.version()) return before;
        Trial begun = new Trial("running", draft.version(), 0, 0, null, null);
        newest = begun;
        recommender
                .replay(draft.rules(), (done, of) -> put(draft.version(), begun.at(done, of)))
                .onSuccess(effect -> put(draft.version(), done(draft.version(), effect)))
                .onFailure(failure -> {
                    LOG.warn("draft not tried version={}", draft.version(), failure);
                    put(draft.version(), new Trial("failed", draft.version(), 0, 0, null, null));
                });
        return begun;
    }

    /** Unless a newer trial has begun. */
    private synchronized void put(long version, Trial trial) {
        if (newest.version() == version) newest = trial;
    }

    private static Trial done(long version, Effect effect) {
        String verdict = effect.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Trial("done", version, effect.orders(), effect.orders(), effect, verdict);
    }
}
