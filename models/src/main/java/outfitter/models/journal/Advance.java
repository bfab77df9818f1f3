package outfitter.models.journal;

import java.util.List;
import java.util.function.Function;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;

/** What came of a cause. */
public sealed interface Advance {
    <T> T match(Function<Appended, T> onAppended, Function<Duplicate, T> onDuplicate, Function<Nothing, T> onNothing);

    /** The turn is committed: these are its entries, and the conversation as they leave it. */
    record Appended(Conversation after, List<Entry> entries) implements Advance {
        public Appended {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T match(Function<Appended, T> onAppended, Function<Duplicate, T> d, Function<Nothing, T> n) {
            return onAppended.apply(this);
        }
    }

    /** The cause had its effect before: its turn began at {@code seq} of {@code conversation}. */
    record Duplicate(ConversationId conversation, long seq) implements Advance {
        @Override
        public <T> T match(Function<Appended, T> a, Function<Duplicate, T> onDuplicate, Function<Nothing, T> n) {
            return onDuplicate.apply(this);
        }
    }

    /** The decision was to write nothing. */
    record Nothing(Conversation now) implements Advance {
        @Override
        public <T> T match(Function<Appended, T> a, Function<Duplicate, T> d, Function<Nothing, T> onNothing) {
            return onNothing.apply(this);
        }
    }
}
