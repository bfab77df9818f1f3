package outfitter.bot.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.bot.understanding.Intents;
import outfitter.models.json.Json;

/**
 * What the bot remembers of an episode between two turns; kept as JSON in its trace. Immutable.
 *
 * @param routine the matter under way, or the last one settled; null before the first
 * @param asked the slot that was asked for; null when nothing is open
 * @param slots what is known of that matter
 * @param choices the buttons offered last
 * @param tries how often in a row the open question got no answer
 * @param misses how often in a row a text was not understood
 * @param settled how many matters the bot settled in this episode
 * @param later a second matter, to be taken up when the one under way is settled; null when there is none
 */
public record Memory(
        @Nullable String routine,
        @Nullable String asked,
        Map<String, String> slots,
        List<Choice> choices,
        int tries,
        int misses,
        int settled,
        @Nullable Later later) {
    public static final Memory EMPTY = new Memory(null, null, Map.of(), List.of(), 0, 0, 0, null);

    public Memory {
        slots = slots == null ? Map.of() : Map.copyOf(slots);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** What a trace left; {@link #EMPTY} for none. */
    public static Memory from(JsonNode dialogue) {
        return dialogue.isObject() ? Json.fromTree(dialogue, Memory.class) : EMPTY;
    }

    public JsonNode toJson() {
        return Json.tree(this);
    }

    /** The routine whose question is open. */
    @JsonIgnore
    public Optional<String> pending() {
        return asked == null ? Optional.empty() : Optional.ofNullable(routine);
    }

    /** {@link #slots} with {@code fresh} ones over them; a new order number makes what was said of the old one void. */
    public Map<String, String> slotsWith(Map<String, String> fresh) {
        String order = fresh.get("order");
        boolean another = order != null && slots.containsKey("order") && !order.equals(slots.get("order"));
        Map<String, String> all = new HashMap<>(another ? Map.of() : slots);
        all.putAll(fresh);
        return all;
    }

    public Memory asking(String id, String slot, Map<String, String> known, List<Choice> offered) {
        boolean again = id.equals(routine) && slot.equals(asked);
        return new Memory(id, slot, known, offered, again ? tries + 1 : 0, 0, settled, later);
    }

    /** Manners settle nothing, and leave what was talked of as it is. */
    public Memory settled(String id, Map<String, String> known, List<Choice> offered) {
        if (!Intents.isMatter(id)) return new Memory(routine, asked, slots, offered, tries, 0, settled, later);
        return new Memory(id, null, known, offered, 0, 0, settled + 1, null);
    }

    public Memory missed(List<Choice> offered) {
        return new Memory(routine, asked, slots, offered, tries, misses + 1, settled, later);
    }

    public Memory offering(List<Choice> offered) {
        return new Memory(routine, asked, slots, offered, tries, misses, settled, later);
    }

    /** Where to answer is asked, beside whatever else. */
    public Memory asking(String slot, List<Choice> offered) {
        return new Memory(routine, slot, slots, offered, 0, misses, settled, later);
    }

    /** {@code second} waits for its turn; null when nothing does any more. */
    public Memory keeping(@Nullable Later second) {
        return new Memory(routine, asked, slots, choices, tries, misses, settled, second);
    }

    /** Nothing is open any more. */
    public Memory atRest() {
        return new Memory(routine, null, slots, List.of(), 0, 0, settled, null);
    }
}
