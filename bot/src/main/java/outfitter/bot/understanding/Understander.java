package outfitter.bot.understanding;

import io.vertx.core.Future;
import java.util.List;

/** Reads texts, away from the event loop. Safe to share between threads. */
@FunctionalInterface
public interface Understander {
    /**
     * What these messages of one customer, oldest first and at least one, mean together. Completes on the caller's
     * context when there is one.
     */
    Future<Understanding> understand(List<String> messages);
}
