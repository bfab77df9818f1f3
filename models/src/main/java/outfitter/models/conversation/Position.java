package outfitter.models.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a person's stream. The outside gets it as opaque text, because a merge leads the stream through another
 * conversation.
 *
 * @param seq the newest entry seen there, 0 for none
 */
public record Position(ConversationId conversation, long seq) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** The opaque text of this place. */
    public String watermark() {
        String plain = conversation.value() + "." + seq;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** The place that {@code watermark} means; empty when it is none of ours. */
    public static Optional<Position> parse(String watermark) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(watermark), StandardCharsets.US_ASCII);
            Matcher parts = SHAPE.matcher(plain);
            if (!parts.matches()) return Optional.empty();
            return Optional.of(
                    new Position(new ConversationId(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
