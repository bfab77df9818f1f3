package outfitter.models.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.Audience;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Fold;

/**
 * What is appended all or nothing: a cause, its entries, and the state that they leave.
 *
 * @param head the head that the decision read; the turn is refused when it is no longer that
 * @param after the conversation as the turn leaves it
 * @param steps whether the episode is another one after it, or reads differently
 */
record Turn(
        long head,
        Cause cause,
        Instant at,
        List<Entry> entries,
        Conversation after,
        boolean steps,
        List<Delivery> deliveries) {

    /** A reply that a channel still has to deliver. */
    record Delivery(long seq, String address) {}

    /** The turn that {@code bodies} make; throws {@link Episode.IllegalStep} when the state does not allow them. */
    static Turn of(Conversation now, Cause cause, Instant at, List<EntryBody> bodies) {
        long[] seq = {now.head()};
        List<Entry> entries = bodies.stream()
                .map(body -> new Entry(now.id(), ++seq[0], at, body, seq[0] == now.head() + 1 ? cause.key() : null))
                .toList();
        ConversationState state = Fold.after(now.state(), entries);
        Conversation after = new Conversation(now.id(), now.customer(), seq[0], state, now.mergedInto(), now.linked());
        boolean steps = steps(now.state(), state);
        return new Turn(now.head(), cause, at, entries, after, steps, deliveries(entries, state.replyTo()));
    }

    // The head vouches for the row as well: it was written with the state that the decision read.
    private static boolean steps(ConversationState before, ConversationState after) {
        return after.episode() != null
                && !(after.episode().equals(before.episode()) && Objects.equals(after.answerDue(), before.answerDue()));
    }

    // Where the customer last wrote from is where they look for the answer; who only reads the site has it there.
    private static List<Delivery> deliveries(List<Entry> entries, @Nullable String replyTo) {
        if (replyTo == null || !Addresses.isBrought(replyTo)) return List.of();
        return entries.stream()
                .filter(entry -> entry.isFor(Audience.CUSTOMER))
                .filter(entry -> !(entry.body() instanceof EntryBody.CustomerMessage))
                .map(entry -> new Delivery(entry.seq(), replyTo))
                .toList();
    }

    ConversationId conversation() {
        return after.id();
    }

    /** The episode as the turn leaves it; null before the first. */
    @Nullable
    Episode episode() {
        return after.state().episode();
    }
}
