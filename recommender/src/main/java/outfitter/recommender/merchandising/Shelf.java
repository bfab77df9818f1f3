package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Exclusion;
import outfitter.recommender.ranking.HiddenPin;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Suggestion;

/**
 * One list being arranged: what may not be shown is taken off, pinned products go to their places, the ranked ones fill
 * the gaps. A pin whose place is taken by an earlier rule goes to the next free place; in a list too short to reach its
 * place it comes last.
 */
final class Shelf {
    private final SuggestionList list;
    private final Shortlist shortlist;
    private final Map<String, Integer> stock;
    private final Map<String, Rule> excluded = new HashMap<>();
    private final List<HiddenPin> hiddenPins = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final Map<String, Rule> pins = new HashMap<>();
    private final Map<Integer, String> pinnedPlaces = new HashMap<>();

    /** @param speaking the rules that have a say here, of either list */
    Shelf(SuggestionList list, Shortlist shortlist, List<Rule> speaking, Map<String, Integer> stock) {
        this.list = list;
        this.shortlist = shortlist;
        this.stock = stock;
        List<Rule> own = speaking.stream().filter(rule -> rule.list() == list).toList();
        own.stream().filter(rule -> rule.act() == Rule.Act.EXCLUDE).forEach(this::exclude);
        own.stream()
                .filter(rule -> rule.act() == Rule.Act.PIN)
                .sorted(Comparator.comparingInt(Rule::pinnedTo))
                .forEach(this::pin);
    }

    List<HiddenPin> hiddenPins() {
        return hiddenPins;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    /** At most {@code most} suggestions, in order. */
    List<Suggestion> suggestions(int most) {
        List<String> order = new ArrayList<>();
        List<String> ranked = shownByRank();
        List<Integer> places = pinnedPlaces.keySet().stream().sorted().toList();
        int nextPin = 0;
        int nextRanked = 0;
        while (order.size() < most && (nextPin < places.size() || nextRanked < ranked.size())) {
            boolean pinIsDue = nextPin < places.size() && places.get(nextPin) <= order.size() + 1;
            boolean take = pinIsDue || nextRanked == ranked.size();
            order.add(take ? pinnedAt(places.get(nextPin++)) : ranked.get(nextRanked++));
        }
        List<Suggestion> shown = new ArrayList<>();
        for (String product : order) {
            shown.add(shortlist.suggestion(product, list, shown.size() + 1, pins.get(product), stock));
        }
        return shown;
    }

    private void exclude(Rule rule) {
        boolean first = excluded.putIfAbsent(rule.product(), rule) == null;
        int rankedAt = shortlist.ranked(list).indexOf(rule.product()) + 1;
        if (first && rankedAt > 0) exclusions.add(new Exclusion(rule, rule.product(), rankedAt));
    }

    private void pin(Rule rule) {
        Optional<Why> why = whyNot(rule.product());
        if (why.isPresent()) {
            hiddenPins.add(new HiddenPin(rule, why.get()));
            return;
        }
        if (pins.putIfAbsent(rule.product(), rule) != null) return; // pinned higher up already
        int place = rule.pinnedTo();
        while (pinnedPlaces.containsKey(place)) place++;
        pinnedPlaces.put(place, rule.product());
    }

    private Optional<Why> whyNot(String product) {
        if (excluded.containsKey(product)) return Optional.of(Why.EXCLUDED);
        return shortlist.whyNot(product, stock);
    }

    private List<String> shownByRank() {
        return shortlist.ranked(list).stream()
                .filter(product -> !pins.containsKey(product))
                .filter(product -> whyNot(product).isEmpty())
                .toList();
    }

    private String pinnedAt(int place) {
        @Nullable String product = pinnedPlaces.get(place);
        if (product == null) throw new IllegalStateException("nothing is pinned at " + place);
        return product;
    }
}
