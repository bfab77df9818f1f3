package outfitter.server.channel.directline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client posts; everything that is not here is ignored.
 *
 * @param id the client's own name of the activity, if it gives one
 * @param channelData may hold the name that Web Chat gives an activity
 */
record PostedActivity(
        String type,
        @Nullable String id,
        @Nullable String text,
        @Nullable JsonNode channelData,
        @Nullable String clientActivityId,
        @Nullable JsonNode attachments) {
    private static final Set<String> PASSING =
            Set.of("event", "conversationUpdate", "endOfConversation", "messageReaction", "invoke", "trace");
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_KEY = 200;
    private static final Pattern UNSTORABLE = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    boolean isMessage() {
        return "message".equals(type);
    }

    boolean isTyping() {
        return "typing".equals(type);
    }

    /** Something that a client tells of itself, and that changes nothing here. */
    boolean isPassing() {
        return PASSING.contains(type);
    }

    boolean hasAttachments() {
        return attachments != null && attachments.isArray() && !attachments.isEmpty();
    }

    /**
     * What the customer said, without what no database keeps and no reader sees. Throws {@link IllegalArgumentException}
     * when nothing is left, or when it is too long.
     */
    String said() {
        String said = text == null ? "" : storable(text.replace("\r\n", "\n")).strip();
        if (said.isEmpty()) throw new IllegalArgumentException("A message needs a text");
        if (said.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "The text has " + said.length() + " characters; at most " + MAX_TEXT + " are taken");
        }
        return said;
    }

    /** The message's id at its address: a client that repeats itself after a cut says the same one. */
    String key() {
        return Stream.of(ofChannel(), Optional.ofNullable(clientActivityId), Optional.ofNullable(id))
                .flatMap(Optional::stream)
                .map(PostedActivity::storable)
                .filter(key -> !key.isBlank() && key.length() <= MAX_KEY)
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    // Nearly every text is storable as it is, which is seen much faster than the pattern sees it.
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u007f' || Character.isSurrogate(c)) {
                return UNSTORABLE.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private Optional<String> ofChannel() {
        return Optional.ofNullable(channelData)
                .map(data -> data.path("clientActivityID").textValue());
    }
}
