package outfitter.server.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.shop.Money;
import outfitter.models.shop.Stock;

/**
 * What would be suggested to somebody who looks at one product.
 *
 * @param hiddenPins pins that would show a product but cannot, and why
 * @param exclusions what rules took away
 * @param goesWithEmpty why there is nothing in it; null when there is
 */
record StudioLists(
        List<Item> goesWith,
        List<Item> stepUp,
        List<HiddenPin> hiddenPins,
        List<Excluded> exclusions,
        @Nullable String goesWithEmpty,
        @Nullable String stepUpEmpty) {
    StudioLists {
        goesWith = List.copyOf(goesWith);
        stepUp = List.copyOf(stepUp);
        hiddenPins = List.copyOf(hiddenPins);
        exclusions = List.copyOf(exclusions);
    }

    /**
     * One suggestion.
     *
     * @param ownPlace its place without rules; null when it would not be in the list
     * @param rankedAt its place without rules and stock; null when the ranking did not have it
     * @param score what the signals gave it, comparable within this list
     * @param evidence phrases, strongest first
     * @param rule what moved it, null when nothing did
     */
    record Item(
            String product,
            String title,
            String picture,
            Money price,
            String list,
            int place,
            @Nullable Integer ownPlace,
            @Nullable Integer rankedAt,
            double score,
            List<String> evidence,
            @Nullable Mover rule,
            Left stock) {}

    /** A rule, as far as it matters beside a product. */
    record Mover(String id, String name, String act) {}

    /** Pieces in stock; null where nobody counts them. */
    record Left(@Nullable Integer quantity, @Nullable String size) {
        static Left of(int quantity, @Nullable String size) {
            return new Left(Stock.isCounted(quantity) ? (Integer) quantity : null, size);
        }
    }

    /** @param why 'sold-out', 'owned', 'excluded', 'inactive', 'unknown' … */
    record HiddenPin(Rule rule, String list, String product, String title, String why) {}

    /** @param rankedAt where it would have stood */
    record Excluded(Rule rule, String list, String product, String title, int rankedAt) {}
}
