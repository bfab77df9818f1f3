package outfitter.server.channel.directline;

import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Holder;

/**
 * Who has a conversation now, as its customer sees it.
 *
 * @param holder 'bot', 'waiting' or 'claimed'
 * @param agent who has it; null unless claimed
 * @param position place in the queue from 1; null unless waiting
 * @param promiseMinutes by when a person answers; null unless waiting, or when nobody can say
 */
record Holding(
        String holder,
        @Nullable String agent,
        @Nullable Integer position,
        @Nullable Integer promiseMinutes) {
    /** Before anything was said. */
    static final Holding BOT = new Holding(Holder.BOT.code(), null, null, null);

    /** What {@code now} says, without a place in the queue. */
    static Holding of(Conversation now) {
        Holder holder = now.state().holder();
        String agent = now.state().openEpisode().map(Episode::agent).orElse(null);
        return new Holding(holder.code(), holder == Holder.CLAIMED ? agent : null, null, null);
    }

    boolean isWaiting() {
        return Holder.WAITING.code().equals(holder);
    }

    Holding at(int place, @Nullable Integer minutes) {
        return new Holding(holder, agent, place, minutes);
    }
}
