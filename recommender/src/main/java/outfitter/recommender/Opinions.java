package outfitter.recommender;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.DeclinedPairs;
import outfitter.recommender.ranking.Disliked;

/** What agents said does not go together, kept fresh: agents of other nodes say so as well. Thread-safe. */
final class Opinions {
    private static final Logger LOG = LoggerFactory.getLogger(Opinions.class);
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final DeclinedPairs pairs;
    private final Disliked disliked;
    private final Clock clock;
    private volatile Instant readAt = Instant.MIN;

    /** @param disliked learns of every pair that was read */
    Opinions(DeclinedPairs pairs, Disliked disliked, Clock clock) {
        this.pairs = pairs;
        this.disliked = disliked;
        this.clock = clock;
    }

    DeclinedPairs pairs() {
        return pairs;
    }

    /** Reads them beside a question, now and then; nobody waits. */
    void keepFresh() {
        if (readAt.plus(FRESH).isAfter(clock.instant())) return;
        reload().onFailure(failure -> LOG.warn("declined pairs not read", failure));
    }

    Future<Void> reload() {
        readAt = clock.instant();
        return pairs.all()
                .onSuccess(all -> disliked.learn(all.stream()
                        .map(pair -> new Disliked.Pair(pair.anchor(), pair.product(), pair.declines()))
                        .toList()))
                .mapEmpty();
    }
}
