package outfitter.models.journal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;

/**
 * Tells whoever listens what was committed, in order for each conversation. It is a hint, not a promise: a listener that
 * must not miss anything compares seqs and catches up from {@link Conversations}. Thread-safe; listeners are called on
 * the journal's context and must not block.
 */
public final class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final Map<ConversationId, Set<Consumer<Committed>>> byConversation = new ConcurrentHashMap<>();
    private final Set<Consumer<Committed>> everything = new CopyOnWriteArraySet<>();

    /** Ends a subscription; closing twice does nothing. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Hears of one conversation. */
    public Subscription subscribe(ConversationId conversation, Consumer<Committed> listener) {
        byConversation.compute(conversation, (id, listeners) -> {
            Set<Consumer<Committed>> set = listeners == null ? new CopyOnWriteArraySet<>() : listeners;
            set.add(listener);
            return set;
        });
        return () -> byConversation.computeIfPresent(conversation, (id, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    /** Hears of every conversation. */
    public Subscription subscribeAll(Consumer<Committed> listener) {
        everything.add(listener);
        return () -> everything.remove(listener);
    }

    void publish(Committed committed) {
        everything.forEach(listener -> tell(listener, committed));
        byConversation.getOrDefault(committed.after().id(), Set.of()).forEach(listener -> tell(listener, committed));
    }

    // One listener's fault must not keep the news from the others.
    private static void tell(Consumer<Committed> listener, Committed committed) {
        try {
            listener.accept(committed);
        } catch (RuntimeException e) {
            LOG.error("news listener failed conversation={}", committed.after().id(), e);
        }
    }
}
