package outfitter.bot.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.language.HeardUtterance.Did;

/**
 * What the bot made of a customer's own words, told after the commit. The words are as they were written: not to be
 * stored or logged.
 *
 * @param seq of the bot's trace
 * @param readings likeliest first
 * @param routine that settled it or asked for more; null when none did
 * @param doubtful whether it is worth a person's look
 * @param doubt why the bot did not act upon the first reading; null where it may have
 */
public record Hearing(
        ConversationId conversation,
        long seq,
        Instant at,
        String text,
        List<Reading> readings,
        Did did,
        @Nullable String routine,
        boolean doubtful,
        @Nullable String doubt) {
    public Hearing {
        readings = List.copyOf(readings);
    }
}
