package outfitter.assist.queue;

import java.util.function.Consumer;
import outfitter.models.conversation.ConversationId;

/** A change of the desk's list. */
public sealed interface QueueNews {
    void tell(Consumer<Changed> onChanged, Consumer<Gone> onGone);

    /** A row is new or reads differently now. */
    record Changed(Row row) implements QueueNews {
        @Override
        public void tell(Consumer<Changed> onChanged, Consumer<Gone> onGone) {
            onChanged.accept(this);
        }
    }

    /** Nobody waits there any more, and no person has it. */
    record Gone(ConversationId conversation) implements QueueNews {
        @Override
        public void tell(Consumer<Changed> onChanged, Consumer<Gone> onGone) {
            onGone.accept(this);
        }
    }
}
