package outfitter.models.journal;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.EntryBody;

/**
 * Decides what a turn writes, from the newest state. It may be asked again when another turn came first, so whatever is
 * costly and does not depend on the state is done before; acts on the shop must be safe to repeat.
 */
@FunctionalInterface
public interface Decider {
    /** The entries to append, in order; empty for none. {@code at} is the instant that they will carry. */
    Future<List<EntryBody>> decide(Conversation now, Instant at);
}
