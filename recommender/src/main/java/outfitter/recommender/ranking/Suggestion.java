package outfitter.recommender.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;

/**
 * One product worth suggesting now.
 *
 * @param place from 1, within its list
 * @param ownPlace where it would stand if there were no rules: what a rule moved it by is the difference; null when it would
 *     not be in the list
 * @param rankedAt its place before stock and rules had their say, null when the ranking did not have it
 * @param score what the scorers gave it; comparable within one list of one answer only, 0 for a product that only a pin
 *     brought
 * @param evidence strongest first; never empty
 * @param movedBy the rule that put it where it is, null when only the ranking did
 * @param quantity pieces in stock now: of {@code size} if given, else of all variants
 * @param size the customer's usual size for it, null when unknown or when it has no sizes
 * @param sku the variant to offer: the one in {@code size} with most pieces, or the only variant; null when the customer
 *     is to choose
 * @param traits what the ranking knew of it, to learn from what becomes of it; null for nothing
 */
public record Suggestion(
        String product,
        SuggestionList list,
        int place,
        @Nullable Integer ownPlace,
        @Nullable Integer rankedAt,
        double score,
        List<Evidence> evidence,
        @Nullable Rule movedBy,
        int quantity,
        @Nullable String size,
        @Nullable String sku,
        @Nullable Traits traits) {
    public Suggestion {
        if (place < 1) throw new IllegalArgumentException("place " + place);
        evidence = List.copyOf(evidence);
    }

    /** By how many places rules moved it, upwards positive; null when it would not be in the list without them. */
    public @Nullable Integer moved() {
        return ownPlace == null ? null : ownPlace - place;
    }
}
