package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;

/** One matter that the bot settles alone. Shared by all conversations, so without state of its own. */
public interface Routine {
    /** The intent that it settles. */
    String id();

    /** All that it may say. */
    List<Line> lines();

    /** The next step of the matter. May be asked again for the same message, so its acts must be safe to repeat. */
    Future<Decision> settle(Matter matter);

    /** Slots that go on with it by themselves once it was settled: "and in blue?". */
    default Set<String> carriedBy() {
        return Set.of();
    }

    /** Slots that take whatever the customer writes. */
    default Set<String> toldInOwnWords() {
        return Set.of();
    }
}
