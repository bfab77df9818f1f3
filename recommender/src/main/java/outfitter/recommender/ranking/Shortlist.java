package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Variant;
import outfitter.recommender.ranking.HiddenPin.Why;

/**
 * What the ranking found for one situation. Whoever serves it brings the stock of {@link #skus} and the rules; a stock is
 * pieces by sku, and a sku that is not in it is sold out.
 */
public final class Shortlist {
    private static final int MOST_EVIDENCE = 3;

    private final Query query;
    private final Ranker ranker;
    private final Index index;
    private final Assortment assortment;
    private final Scorers scorers;
    private final List<Candidate> goesWith;
    private final List<Candidate> stepUp;

    Shortlist(
            Query query,
            Index index,
            Scorers scorers,
            List<Candidate> goesWith,
            List<Candidate> stepUp,
            Ranker ranker) {
        this.ranker = ranker;
        this.query = query;
        this.index = index;
        assortment = index.assortment();
        this.scorers = scorers;
        this.goesWith = goesWith;
        this.stepUp = stepUp;
    }

    /** The candidates' handles, best first. */
    public List<String> ranked(SuggestionList list) {
        return candidates(list).stream()
                .map(candidate -> assortment.id(candidate.product()))
                .toList();
    }

    /** What the scorers gave each of {@link #ranked}. */
    public List<Double> scores(SuggestionList list) {
        return candidates(list).stream().map(Candidate::score).toList();
    }

    /** Products that the suggestions start from, weightiest first. */
    public List<String> anchors() {
        return query.anchors().stream()
                .map(anchor -> assortment.id(anchor.product()))
                .toList();
    }

    /** The skus of all candidates and of {@code further} products: what is to be looked up in the store room. */
    public Set<String> skus(Collection<String> further) {
        Set<String> skus = new LinkedHashSet<>();
        for (SuggestionList list : SuggestionList.values()) {
            candidates(list).forEach(candidate -> addSkus(skus, candidate.product()));
        }
        for (String product : further) assortment.number(product).ifPresent(number -> addSkus(skus, number));
        return skus;
    }

    /** Why {@code product} cannot be shown to this customer now; empty when it can. */
    public Optional<Why> whyNot(String product, Map<String, Integer> stock) {
        OptionalInt number = assortment.number(product);
        if (number.isEmpty()) return Optional.of(Why.UNKNOWN);
        if (!assortment.product(number.getAsInt()).active()) return Optional.of(Why.INACTIVE);
        if (availability(number.getAsInt(), stock).quantity() == 0) return Optional.of(Why.SOLD_OUT);
        return query.whyNot(number.getAsInt());
    }

    /**
     * {@code product} as a suggestion; it must be one that can be shown.
     *
     * @param ownPlace where it would stand if there were no rules
     */
    public Suggestion suggestion(
            String product,
            SuggestionList list,
            int place,
            @Nullable Integer ownPlace,
            @Nullable Rule movedBy,
            Map<String, Integer> stock) {
        int number = assortment.number(product).orElseThrow(() -> new IllegalArgumentException("product " + product));
        Availability available = availability(number, stock);
        int rankedAt = ranked(list).indexOf(product) + 1;
        return new Suggestion(
                product,
                list,
                place,
                ownPlace,
                rankedAt == 0 ? null : rankedAt,
                rankedAt == 0 ? 0 : candidates(list).get(rankedAt - 1).score(),
                evidence(number, list, movedBy, available),
                movedBy,
                available.quantity(),
                available.size(),
                available.sku(),
                rankedAt == 0 ? null : candidates(list).get(rankedAt - 1).traits());
    }

    /** Where {@code product} stands in one list by the ranking, what speaks for it and what against; of any product. */
    public Explanation explain(String product, SuggestionList list, Map<String, Integer> stock) {
        Optional<Why> why = whyNot(product, stock);
        return known(product)
                .map(number -> ranker.explain(query, number, list, why, said(number, list)))
                .orElseGet(() -> new Explanation(
                        product, Explanation.Verdict.NEVER, Why.UNKNOWN, null, 0, List.of(), List.of(), List.of()));
    }

    /** Whether this customer may be shown {@code product}, whatever is in stock. */
    public boolean maySee(String product) {
        return known(product).map(query::whyNot).filter(Optional::isEmpty).isPresent();
    }

    /** How much people buy {@code product} in this season; comparable between products, 0 when hardly ever. */
    public double liking(String product) {
        return known(product)
                .map(number -> index.liking(number, query.season()))
                .orElse(0.0);
    }

    /** What speaks for {@code product} by itself and for this customer, strongest first; may be empty. */
    public List<Evidence> praise(String product) {
        return known(product)
                .map(number -> said(number, SuggestionList.GOES_WITH))
                .orElse(List.of());
    }

    private List<Evidence> said(int product, SuggestionList list) {
        return scorers.say(query, product, list, MOST_EVIDENCE - 1);
    }

    private Optional<Integer> known(String product) {
        OptionalInt number = assortment.number(product);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private List<Evidence> evidence(int product, SuggestionList list, @Nullable Rule movedBy, Availability available) {
        List<Evidence> evidence = new ArrayList<>(said(product, list));
        if (evidence.isEmpty() && movedBy != null) evidence.add(new Evidence("picked", Map.of()));
        evidence.add(inStock(available));
        return evidence;
    }

    private static Evidence inStock(Availability available) {
        if (!Stock.isCounted(available.quantity())) return uncounted(available);
        Map<String, Object> count = Map.of("count", available.quantity());
        if (available.size() == null) return new Evidence("in-stock", count);
        return new Evidence("in-size", Map.of("count", available.quantity(), "size", available.size()));
    }

    private static Evidence uncounted(Availability available) {
        if (available.size() == null) return new Evidence("available", Map.of());
        return new Evidence("available-in-size", Map.of("size", available.size()));
    }

    private Availability availability(int product, Map<String, Integer> stock) {
        return Availability.of(product, query, assortment, stock);
    }

    private void addSkus(Set<String> skus, int product) {
        for (Variant variant : assortment.variants(product)) skus.add(variant.sku());
    }

    private List<Candidate> candidates(SuggestionList list) {
        return list == SuggestionList.GOES_WITH ? goesWith : stepUp;
    }
}
