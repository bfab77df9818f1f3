package outfitter.bot.routine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Holder;
import outfitter.models.customer.CustomerId;

/**
 * A matter at one step: who, what was heard, and what is known so far.
 *
 * @param slots values given in this matter, the newest text's included
 * @param cause names the message; the same one again is a repetition
 * @param network where the customer's messages come from, null when unknown
 */
public record Matter(
        Conversation conversation,
        Instant at,
        Understanding heard,
        Map<String, String> slots,
        Memory memory,
        String cause,
        @Nullable String network) {
    public Matter {
        slots = Map.copyOf(slots);
    }

    public CustomerId customer() {
        return conversation.customer();
    }

    public ConversationState state() {
        return conversation.state();
    }

    /** Whether the customer already waits for a person. */
    public boolean isWaiting() {
        return state().holder() == Holder.WAITING;
    }

    public Optional<String> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /** The matter's slots with one more. */
    public Map<String, String> slotsWith(String name, String value) {
        Map<String, String> more = new HashMap<>(slots);
        more.put(name, value);
        return more;
    }

    public Map<String, String> slotsWithout(String... names) {
        Map<String, String> fewer = new HashMap<>(slots);
        List.of(names).forEach(fewer::remove);
        return fewer;
    }

    /** The product meant: named in the text, known from the matter, or the one talked of last. */
    public Optional<String> product() {
        return heard.products().stream()
                .findFirst()
                .or(() -> slot("product"))
                .or(() -> state().mentioned().stream().findFirst());
    }
}
