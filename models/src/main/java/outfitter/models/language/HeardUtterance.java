package outfitter.models.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Something that a customer wrote, and what the bot made of it.
 *
 * @param seq of the bot's trace
 * @param text masked: nothing in it tells who wrote it
 * @param readings the likeliest few, first the likeliest; at least one
 * @param routine that settled it or asked for more; null when none did
 * @param model the version that read it; null for the one of the build
 * @param doubtful whether it is worth a person's look
 * @param doubt why the bot did not act upon the first reading, such as 'other-language'; null where it may have
 */
public record HeardUtterance(
        ConversationId conversation,
        long seq,
        Instant at,
        String language,
        String text,
        List<Reading> readings,
        Did did,
        @Nullable String routine,
        @Nullable Long model,
        boolean doubtful,
        @Nullable String doubt) {
    public HeardUtterance {
        if (readings.isEmpty()) throw new IllegalArgumentException("no reading");
        readings = List.copyOf(readings);
    }

    /** What the bot did with it. */
    public enum Did {
        @JsonProperty("answered")
        ANSWERED,
        /** It asked what was meant. */
        @JsonProperty("asked-back")
        ASKED_BACK,
        @JsonProperty("handed-over")
        HANDED_OVER,
        /** The customer waits for a person, who will read it. */
        @JsonProperty("waited")
        WAITED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Did named(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("did " + code));
        }
    }
}
