package outfitter.assist.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.EntryBody;

/** What an act writes, nothing when it is so already, or why it must not be. */
record Ruling(List<EntryBody> bodies, Act.@Nullable Refused refusal) {
    static Ruling write(EntryBody... bodies) {
        return new Ruling(List.of(bodies), null);
    }

    static Ruling write(List<EntryBody> bodies) {
        return new Ruling(List.copyOf(bodies), null);
    }

    static Ruling alreadySo() {
        return new Ruling(List.of(), null);
    }

    static Ruling refuse(Act.Reason reason, String why) {
        return new Ruling(List.of(), new Act.Refused(reason, why));
    }
}
