package outfitter.recommender.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.models.visit.Browsing;

/** What somebody looks at and has put into the cart; of both the last {@value #LONGEST}. Guarded by {@link Visits}. */
final class Visit {
    static final int LONGEST = 50;

    private final Deque<String> viewed = new ArrayDeque<>();
    private final Set<String> cart = new LinkedHashSet<>();
    private @Nullable CustomerId customer;
    private Instant last = Instant.MIN;

    static Visit of(Browsing saved) {
        Visit visit = new Visit();
        visit.viewed.addAll(saved.products());
        visit.cart.addAll(saved.cart());
        visit.customer = saved.customer();
        visit.last = saved.last();
        return visit;
    }

    Browsing as(String who) {
        return new Browsing(who, customer, viewed(), cart(), last);
    }

    /** A product looked at twice in a row counts once. */
    void view(String product, Instant at) {
        happened(at);
        if (product.equals(viewed.peekLast())) return;
        viewed.addLast(product);
        if (viewed.size() > LONGEST) viewed.removeFirst();
    }

    void putIntoCart(String product, Instant at) {
        happened(at);
        cart.add(product);
        if (cart.size() > LONGEST) cart.remove(cart.iterator().next());
    }

    void takeOut(String product, Instant at) {
        happened(at);
        cart.remove(product);
    }

    void isOf(CustomerId known) {
        customer = known;
    }

    boolean belongsTo(CustomerId asked) {
        return asked.equals(customer);
    }

    boolean isQuietAt(Instant now, Duration quiet) {
        return !last.plus(quiet).isAfter(now);
    }

    Instant last() {
        return last;
    }

    /** Oldest first. */
    List<String> viewed() {
        return List.copyOf(viewed);
    }

    /** Newest first, each once. */
    List<String> newest() {
        Set<String> newest = new LinkedHashSet<>();
        for (Iterator<String> back = viewed.descendingIterator(); back.hasNext(); ) newest.add(back.next());
        return List.copyOf(newest);
    }

    /** Oldest first. */
    List<String> cart() {
        List<String> all = new ArrayList<>(cart);
        return Collections.unmodifiableList(all);
    }

    private void happened(Instant at) {
        if (at.isAfter(last)) last = at;
    }
}
