package outfitter.bot.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Outcome;

/** The bot's next move. There are three, and callers must handle each. */
public sealed interface Decision {
    <T> T match(Function<Reply, T> onReply, Function<Ask, T> onAsk, Function<Escalate, T> onEscalate);

    /** What happened on the way to it, to be written with it. */
    List<EntryBody> acts();

    /** The same decision after {@code earlier} had happened. */
    Decision after(List<EntryBody> earlier);

    /**
     * Says something, and the matter is settled.
     *
     * @param slots what the matter was about, for what may follow it
     * @param ends how the episode ends with it; null when it goes on
     */
    record Reply(
            List<Say> says,
            List<EntryBody> acts,
            Map<String, String> slots,
            @Nullable Outcome ends) implements Decision {
        public Reply {
            says = List.copyOf(says);
            acts = List.copyOf(acts);
            slots = Map.copyOf(slots);
        }

        @Override
        public <T> T match(Function<Reply, T> onReply, Function<Ask, T> onAsk, Function<Escalate, T> onEscalate) {
            return onReply.apply(this);
        }

        @Override
        public Reply after(List<EntryBody> earlier) {
            return new Reply(says, joined(earlier, acts), slots, ends);
        }
    }

    /**
     * Asks for {@code slot}, without which the matter cannot go on.
     *
     * @param slots what is known so far
     */
    record Ask(String slot, Say question, List<EntryBody> acts, Map<String, String> slots) implements Decision {
        public Ask {
            acts = List.copyOf(acts);
            slots = Map.copyOf(slots);
        }

        @Override
        public <T> T match(Function<Reply, T> onReply, Function<Ask, T> onAsk, Function<Escalate, T> onEscalate) {
            return onAsk.apply(this);
        }

        @Override
        public Ask after(List<EntryBody> earlier) {
            return new Ask(slot, question, joined(earlier, acts), slots);
        }
    }

    /**
     * Leaves it to a person.
     *
     * @param reason as in {@link EntryBody.HandedOff}
     * @param headline what the customer wants, for the agent
     * @param first said before position and promise; null for nothing
     * @param slots what the agent need not ask again
     */
    record Escalate(String reason, Say headline, @Nullable Say first, List<EntryBody> acts, Map<String, String> slots)
            implements Decision {
        public Escalate {
            acts = List.copyOf(acts);
            slots = Map.copyOf(slots);
        }

        @Override
        public <T> T match(Function<Reply, T> onReply, Function<Ask, T> onAsk, Function<Escalate, T> onEscalate) {
            return onEscalate.apply(this);
        }

        @Override
        public Escalate after(List<EntryBody> earlier) {
            return new Escalate(reason, headline, first, joined(earlier, acts), slots);
        }
    }

    static Reply reply(Say say, Map<String, String> slots) {
        return new Reply(List.of(say), List.of(), slots, null);
    }

    static Ask ask(String slot, Say question, Map<String, String> slots) {
        return new Ask(slot, question, List.of(), slots);
    }

    private static List<EntryBody> joined(List<EntryBody> earlier, List<EntryBody> later) {
        List<EntryBody> all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }
}
