package outfitter.recommender.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is known about a customer at the moment when products are to be suggested. Products are named by their
 * handles; those that the catalogue no longer knows are passed over.
 *
 * @param mentioned named in the conversation, newest first
 * @param viewed looked at lately on the shop's pages, newest first
 * @param cart products in the cart now
 * @param bought kept purchases (not cancelled, not sent back), newest first
 * @param returnedForFault products that came back because they were faulty
 * @param troubled products that came back, or that an open problem is about: nothing is suggested for their sake
 * @param declined products that an agent declined for this customer lately
 * @param sizes the customer's usual size by category id, leaf categories and the categories above them
 * @param goesOn by product, that others who looked at the like looked at it next
 * @param segments the sorts of customer that this one is of: 'new', a tier, 'country:GB'; only asked for where little else is known
 */
public record Situation(
        List<String> mentioned,
        List<String> viewed,
        List<String> cart,
        List<Purchase> bought,
        Set<String> returnedForFault,
        Set<String> troubled,
        Set<String> declined,
        Map<String, String> sizes,
        Map<String, GoesOn> goesOn,
        Set<String> segments,
        Instant now) {
    /** One of which nobody knows what others looked at next, nor of what segments the customer is. */
    public Situation(
            List<String> mentioned,
            List<String> viewed,
            List<String> cart,
            List<Purchase> bought,
            Set<String> returnedForFault,
            Set<String> troubled,
            Set<String> declined,
            Map<String, String> sizes,
            Instant now) {
        this(mentioned, viewed, cart, bought, returnedForFault, troubled, declined, sizes, Map.of(), Set.of(), now);
    }

    /** One in which nothing was viewed and nothing is in trouble. */
    public Situation(
            List<String> mentioned,
            List<String> cart,
            List<Purchase> bought,
            Set<String> returnedForFault,
            Set<String> declined,
            Map<String, String> sizes,
            Instant now) {
        this(mentioned, List.of(), cart, bought, returnedForFault, Set.of(), declined, sizes, now);
    }

    public Situation {
        mentioned = List.copyOf(mentioned);
        viewed = List.copyOf(viewed);
        troubled = Set.copyOf(troubled);
        cart = List.copyOf(cart);
        bought = List.copyOf(bought);
        returnedForFault = Set.copyOf(returnedForFault);
        declined = Set.copyOf(declined);
        sizes = Map.copyOf(sizes);
        goesOn = Map.copyOf(goesOn);
        segments = Set.copyOf(segments);
    }

    /** The same customer, who is of these segments. */
    public Situation of(Set<String> segments) {
        return new Situation(
                mentioned, viewed, cart, bought, returnedForFault, troubled, declined, sizes, goesOn, segments, now);
    }

    /** Whether nothing is known to start from. */
    public boolean isStranger() {
        return mentioned.isEmpty() && viewed.isEmpty() && cart.isEmpty() && bought.isEmpty();
    }

    /** The same, knowing what others who looked at the like looked at next. */
    public Situation with(Map<String, GoesOn> next) {
        return new Situation(
                mentioned, viewed, cart, bought, returnedForFault, troubled, declined, sizes, next, segments, now);
    }

    /** What the customer looks at or talks of, newest first. */
    public List<String> looked() {
        return Stream.concat(mentioned.stream(), viewed.stream()).distinct().toList();
    }

    /** Somebody of whom nothing is known, looking at {@code products}: the studio's situation, and a stranger's. */
    public static Situation lookingAt(List<String> products, Instant now) {
        return new Situation(products, List.of(), List.of(), Set.of(), Set.of(), Map.of(), now);
    }

    /**
     * One product that was bought.
     *
     * @param at when it was ordered last
     * @param times in how many orders
     */
    public record Purchase(String product, Instant at, int times) {
        /** Bought once. */
        public Purchase(String product, Instant at) {
            this(product, at, 1);
        }
    }
}
