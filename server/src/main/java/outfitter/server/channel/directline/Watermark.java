package outfitter.server.channel.directline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;

/**
 * How far a client has read: for every conversation that became its person's, the newest seq seen. One place would not do:
 * when another of the person's conversations joins, a client that is far into this one has seen nothing of that one.
 * Clients get it as opaque text. Immutable.
 */
final class Watermark {
    /** Nothing seen. */
    static final Watermark START = new Watermark(Map.of());

    private static final int RADIX = 36;
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern PLACE = Pattern.compile("([0-9a-z]{1,12})\\.([0-9a-z]{1,12})");
    private static final Pattern NOTHING = Pattern.compile("|-|undefined|null");

    private final Map<Long, Long> seen;

    private Watermark(Map<Long, Long> seen) {
        this.seen = seen;
    }

    /** What {@code text} means; a client that has none yet may write it in several ways. Empty when it is none of ours. */
    static Optional<Watermark> parse(String text) {
        if (NOTHING.matcher(text).matches()) return Optional.of(START);
        if (text.length() > MAX_LENGTH) return Optional.empty();
        Map<Long, Long> seen = new TreeMap<>();
        for (String part : text.split("_", -1)) {
            Matcher place = PLACE.matcher(part);
            if (!place.matches()) return Optional.empty();
            seen.put(Long.parseLong(place.group(1), RADIX), Long.parseLong(place.group(2), RADIX));
        }
        return Optional.of(new Watermark(seen));
    }

    /** The newest seq seen of {@code conversation}, 0 for none. */
    long of(ConversationId conversation) {
        return seen.getOrDefault(conversation.value(), 0L);
    }

    /** This, and {@code entries} seen. */
    Watermark past(List<Entry> entries) {
        Map<Long, Long> further = new TreeMap<>(seen);
        entries.forEach(entry -> further.merge(entry.conversation().value(), entry.seq(), Math::max));
        return new Watermark(further);
    }

    /** The opaque name of one place, which no other has. */
    static String place(ConversationId conversation, long seq) {
        return place(conversation.value(), seq);
    }

    private static String place(long conversation, long seq) {
        return Long.toString(conversation, RADIX) + "." + Long.toString(seq, RADIX);
    }

    @Override
    public String toString() {
        return seen.isEmpty()
                ? "-"
                : seen.entrySet().stream()
                        .map(each -> place(each.getKey(), each.getValue()))
                        .collect(Collectors.joining("_"));
    }
}
