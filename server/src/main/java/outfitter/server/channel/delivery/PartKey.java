package outfitter.server.channel.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.delivery.Deliveries;

/** The name that a part keeps for ever, and that services repeat to us: conversation, seq and its number in the reply. */
final class PartKey {
    /** The number of what asks a customer to write; no part of the reply has it. */
    static final int INVITATION = 999;

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,4})");

    private PartKey() {}

    static String of(Deliveries.Part part) {
        return part.conversation() + "." + part.seq() + "." + part.piece();
    }

    /** The part that {@code key} names; empty when it is none of ours, or no part of a reply. */
    static Optional<Deliveries.Part> parse(@Nullable String key) {
        Matcher shape = SHAPE.matcher(key == null ? "" : key);
        if (!shape.matches()) return Optional.empty();
        Deliveries.Part part = new Deliveries.Part(
                new ConversationId(Long.parseLong(shape.group(1))),
                Long.parseLong(shape.group(2)),
                Integer.parseInt(shape.group(3)));
        return part.piece() == INVITATION ? Optional.empty() : Optional.of(part);
    }
}
