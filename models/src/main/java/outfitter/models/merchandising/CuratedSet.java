package outfitter.models.merchandising;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * Products picked by hand that rules name as one.
 *
 * @param id made of the name when it was begun, and never changed
 * @param products in the order of the hand, each once
 * @param version changes with every save
 * @param account who changed it last
 */
public record CuratedSet(String id, String name, List<String> products, long version, long account, Instant changedAt) {
    private static final int LONGEST = 80;
    private static final int MOST = 200;

    public CuratedSet {
        products = List.copyOf(products);
        check(name, products);
    }

    /** Throws {@link IllegalArgumentException} when no set can be like this. */
    public static void check(String name, List<String> products) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a set needs a name of at most " + LONGEST + " characters");
        }
        if (products.size() > MOST || new HashSet<>(products).size() < products.size()) {
            throw new IllegalArgumentException("a set has at most " + MOST + " products, each once");
        }
    }
}
