package outfitter.server.channel;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import outfitter.models.delivery.Deliveries;
import outfitter.models.journal.News.Subscription;

/** Tells whoever listens how far replies have come: a hint, the table knows. Listeners must not block. Thread-safe. */
public final class DeliveryNews {
    private final Set<Consumer<Deliveries.Delivery>> listeners = new CopyOnWriteArraySet<>();

    public Subscription subscribe(Consumer<Deliveries.Delivery> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(Deliveries.Delivery delivery) {
        listeners.forEach(listener -> listener.accept(delivery));
    }
}
