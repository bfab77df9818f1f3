package outfitter.assist.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Holder;

/**
 * One conversation as the desk's list shows it. JSON leaves null components out.
 *
 * @param headline what the customer wants, in one line; null when the bot did not say
 * @param channel where the customer last wrote from, 'site'
 * @param waitingSince since when it has been in the queue this time; null when somebody has it
 * @param virtualArrival its place in the queue, kept while somebody has it; null when it never waited
 * @param boundAt from then on nobody who arrives can overtake it
 * @param claimedBy null while it waits
 * @param lastMessage the customer's or a person's newest; null when there is none
 * @param problems how many are open
 * @param contact where the customer asked to be answered, 'email:…' or 'phone:…'; null when never left
 * @param position from 1; null when it does not wait
 * @param head the conversation's newest seq that this row knows of
 */
public record Row(
        long conversation,
        int episode,
        Holder holder,
        Person customer,
        @Nullable String headline,
        String channel,
        @Nullable Instant waitingSince,
        @Nullable Instant virtualArrival,
        @Nullable Instant boundAt,
        @Nullable Person claimedBy,
        @Nullable LastMessage lastMessage,
        int problems,
        @Nullable String contact,
        @Nullable Integer position,
        long head) {

    /** A customer or an agent; {@code name} is null for a customer who has not told it. */
    public record Person(long id, @Nullable String name) {}

    /** {@code from} is 'customer' or 'agent'. */
    public record LastMessage(String text, Instant at, String from) {}
}
