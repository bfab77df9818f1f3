package outfitter.bot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Holder;

/**
 * Texts of a customer's that want an answer.
 *
 * @param conversation as read, before these texts' turn
 * @param episode the number of the episode that they belong to, which this very turn may open
 * @param answers seqs of the messages
 * @param lastText the newest text alone
 * @param mayWait whether more messages may still join
 * @param cause names the newest message for acts that must happen once
 * @param startedNanos when work on it began, on {@link System#nanoTime}'s clock
 */
record Request(
        Conversation conversation,
        int episode,
        List<Long> answers,
        Understanding heard,
        String lastText,
        boolean mayWait,
        Instant at,
        String cause,
        @Nullable String network,
        long startedNanos) {
    Request {
        answers = List.copyOf(answers);
    }

    /** The same with only a part of it heard. */
    Request hearing(Understanding part) {
        return new Request(
                conversation,
                episode,
                answers,
                part.beside(heard.matters()),
                lastText,
                mayWait,
                at,
                cause,
                network,
                startedNanos);
    }

    boolean isWaiting() {
        return conversation.state().holder() == Holder.WAITING;
    }

    double millis() {
        return Math.round((System.nanoTime() - startedNanos) / 10_000.0) / 100.0;
    }
}
