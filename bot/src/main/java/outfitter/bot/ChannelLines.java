package outfitter.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import outfitter.bot.dialogue.Line;

/** Sentences that channels say, or put into a customer's mouth, beside the bot's own; they stand in the same file. */
public final class ChannelLines {
    /** A person is here now. */
    public static final Line CLAIMED = Line.of("channel.claimed", "agent");
    /** The bot goes on. */
    public static final Line RETURNED = Line.of("channel.returned");
    /** A one-time code. */
    public static final Line CODE = Line.of("channel.code", "code");
    /** What is pressed to see a list. */
    public static final Line CHOOSE = Line.of("channel.choose");
    /** Which product a message came from. */
    public static final Line ABOUT = Line.of("channel.about", "product");

    private static final Map<String, Line> SENT = new TreeMap<>();

    static {
        for (String kind : List.of(
                "picture", "video", "sound", "document", "sticker", "location", "contact", "order", "unreadable")) {
            SENT.put(kind, Line.of("channel.sent-" + kind, "what"));
        }
    }

    static final List<Line> ALL = all();

    private ChannelLines() {}

    /** What a customer did who sent a 'picture', a 'location' … without a word. */
    public static Line sent(String kind) {
        return Objects.requireNonNull(SENT.get(kind), kind);
    }

    private static List<Line> all() {
        List<Line> all = new ArrayList<>(List.of(CLAIMED, RETURNED, CODE, CHOOSE, ABOUT));
        all.addAll(SENT.values());
        return List.copyOf(all);
    }
}
