package outfitter.models.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a conversation about one matter. Each method is one legal step and gives the episode after it; an illegal
 * step throws {@link IllegalStep}, and writes nothing because steps are taken before a turn is appended.
 *
 * <pre>
 *   (opened) ─→ BOT ⇄ WAITING ⇄ CLAIMED,   CLAIMED → BOT,   any of the three → ENDED
 * </pre>
 *
 * @param number counts the conversation's episodes from 1
 * @param reason why it was handed off last, null if never
 * @param headline what the customer wants, in one line; null before a handoff
 * @param handedOffAt the first handoff
 * @param waitingSince since when it has been in the queue; null when it is not
 * @param virtualArrival its place in the queue: arrival less boost
 * @param firstHumanWordAt when a person first wrote in it
 */
public record Episode(
        int number,
        Holder holder,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable String headline,
        Instant openedAt,
        @Nullable Instant handedOffAt,
        @Nullable Instant waitingSince,
        @Nullable Instant virtualArrival,
        @Nullable Long claimedBy,
        @Nullable String agent,
        @Nullable Instant claimedAt,
        @Nullable Instant firstHumanWordAt,
        @Nullable Instant endedAt) {

    /** A step that the life of an episode does not have. */
    public static final class IllegalStep extends IllegalStateException {
        IllegalStep(String step, Holder holder) {
            super(step + " while " + holder.code());
        }
    }

    static Episode open(int number, Instant at) {
        return new Episode(number, Holder.BOT, null, null, null, at, null, null, null, null, null, null, null, null);
    }

    public boolean isOpen() {
        return holder != Holder.ENDED;
    }

    Episode handOff(String reason, String headline, Instant at, @Nullable Instant since) {
        require(holder == Holder.BOT, "handOff");
        return new Episode(
                number,
                Holder.WAITING,
                null,
                reason,
                headline,
                openedAt,
                handedOffAt == null ? at : handedOffAt,
                at,
                since == null ? at : since,
                null,
                null,
                null,
                firstHumanWordAt,
                null);
    }

    Episode claim(long account, String agent, Instant at) {
        require(holder == Holder.WAITING || holder == Holder.BOT, "claim");
        return new Episode(
                number,
                Holder.CLAIMED,
                null,
                reason,
                headline,
                openedAt,
                handedOffAt,
                null,
                virtualArrival,
                account,
                agent,
                at,
                firstHumanWordAt,
                null);
    }

    Episode release(Instant at) {
        require(holder == Holder.CLAIMED, "release");
        // The place in the queue is kept: whoever waited once does not wait anew because an agent left.
        Instant place = virtualArrival == null ? at : virtualArrival;
        return new Episode(
                number,
                Holder.WAITING,
                null,
                reason,
                headline,
                openedAt,
                handedOffAt == null ? at : handedOffAt,
                at,
                place,
                null,
                null,
                null,
                firstHumanWordAt,
                null);
    }

    Episode returnToBot() {
        require(holder == Holder.WAITING || holder == Holder.CLAIMED, "returnToBot");
        return new Episode(
                number,
                Holder.BOT,
                null,
                reason,
                headline,
                openedAt,
                handedOffAt,
                null,
                null,
                null,
                null,
                null,
                firstHumanWordAt,
                null);
    }

    Episode end(Outcome outcome, Instant at) {
        require(isOpen(), "end");
        return new Episode(
                number,
                Holder.ENDED,
                outcome,
                reason,
                headline,
                openedAt,
                handedOffAt,
                null,
                null,
                claimedBy,
                agent,
                claimedAt,
                firstHumanWordAt,
                at);
    }

    Episode humanWord(Instant at) {
        require(holder == Holder.CLAIMED, "agent's word");
        return firstHumanWordAt != null
                ? this
                : new Episode(
                        number,
                        holder,
                        outcome,
                        reason,
                        headline,
                        openedAt,
                        handedOffAt,
                        waitingSince,
                        virtualArrival,
                        claimedBy,
                        agent,
                        claimedAt,
                        at,
                        endedAt);
    }

    private void require(boolean legal, String step) {
        if (!legal) throw new IllegalStep(step, holder);
    }
}
