package outfitter.assist.panel;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.json.Json;

/**
 * Draws panels that nobody sees before the first agent looks: a server that has just started still has to load its code
 * and let each connection plan its statements, and the first customers would wait ten times as long as the later ones.
 * Reads only; nothing counts as shown.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    /** So much longer a start may take. */
    private static final Duration LONGEST = Duration.ofMillis(300);
    /** As many at once as there are connections that would be used. */
    private static final int AT_ONCE = 8;

    private final Panels panels;
    private final Showcase showcase;
    private final Clock clock;

    public WarmUp(Panels panels, Showcase showcase, Clock clock) {
        this.panels = panels;
        this.showcase = showcase;
        this.clock = clock;
    }

    /** Draws panels of these, again and again, for a moment. Never fails. */
    public Future<Void> with(List<Conversation> some) {
        if (some.isEmpty()) return Future.succeededFuture();
        Instant end = clock.instant().plus(LONGEST);
        return rounds(some, 0, end)
                .timeout(2 * LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> LOG.info("not warmed up cause={}", failure.toString()))
                .otherwiseEmpty();
    }

    private Future<Void> rounds(List<Conversation> some, int from, Instant end) {
        if (!clock.instant().isBefore(end)) return Future.succeededFuture();
        List<Future<Integer>> round = IntStream.range(from, from + AT_ONCE)
                .mapToObj(each -> drawn(some.get(each % some.size())))
                .toList();
        return Future.all(round).compose(drawn -> rounds(some, from + AT_ONCE, end));
    }

    /** How long the panel's text is, so that writing it is not left out. */
    private Future<Integer> drawn(Conversation now) {
        return showcase.unseen(now)
                .compose(offers -> panels.of(now, offers))
                .map(panel -> Json.write(panel).length());
    }
}
