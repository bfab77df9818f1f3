package outfitter.server.channel;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import outfitter.models.conversation.ConversationId;
import outfitter.models.journal.News.Subscription;

/**
 * Who is typing right now: hints that nobody keeps, from customers to agents and from agents to customers. Listeners are
 * called on the typist's thread and must not block. Thread-safe.
 */
public final class Typing {
    private final Map<ConversationId, Set<Consumer<String>>> customers = new ConcurrentHashMap<>();
    private final Set<Consumer<ConversationId>> staff = new CopyOnWriteArraySet<>();

    /** The customer of {@code conversation} is typing. */
    public void byCustomer(ConversationId conversation) {
        staff.forEach(listener -> listener.accept(conversation));
    }

    /** Somebody of the shop is typing in {@code conversation}, by the name that customers read. */
    public void byStaff(ConversationId conversation, String name) {
        customers.getOrDefault(conversation, Set.of()).forEach(listener -> listener.accept(name));
    }

    /** For agents' screens: hears of every customer who types. */
    public Subscription onCustomers(Consumer<ConversationId> listener) {
        staff.add(listener);
        return () -> staff.remove(listener);
    }

    /** For a customer's screen: hears who of the shop types in this conversation. */
    public Subscription onStaff(ConversationId conversation, Consumer<String> listener) {
        customers.compute(conversation, (id, listeners) -> {
            Set<Consumer<String>> set = listeners == null ? new CopyOnWriteArraySet<>() : listeners;
            set.add(listener);
            return set;
        });
        return () -> customers.computeIfPresent(conversation, (id, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }
}
