package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.ranking.Exclusion;
import outfitter.recommender.ranking.HiddenPin;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Suggestion;

/**
 * One list being arranged, in this order: what may not be shown is taken off; pinned products get their places; boosts and
 * buries put the others in order; bundles draw together; the list is filled, and quotas leave out what is too many. A pin
 * whose place is taken by an earlier rule goes to the next free place; in a list too short to reach its place it comes
 * last.
 */
final class Shelf {
    private final SuggestionList list;
    private final Shortlist shortlist;
    private final Wares wares;
    private final Hearing hearing;
    private final Quotas quotas;
    private final int most;
    private final List<HiddenPin> hiddenPins = new ArrayList<>();
    private final Map<String, Exclusion> exclusions = new LinkedHashMap<>();
    private final Map<String, Rule> placedBy = new HashMap<>();
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private final Set<String> bundled = new HashSet<>();
    private final List<String> byRank;
    private final Weights weights;
    private final List<String> fill;

    /** @param most how many are shown at most */
    Shelf(SuggestionList list, Shortlist shortlist, Hearing hearing, Wares wares, int most) {
        this.list = list;
        this.shortlist = shortlist;
        this.hearing = hearing;
        this.wares = wares;
        this.most = most;
        quotas = new Quotas(hearing, wares);
        List<String> ranked = shortlist.ranked(list);
        byRank = ranked.stream()
                .filter(product -> shortlist.whyNot(product, wares.stock()).isEmpty())
                .toList();
        ranked.forEach(product -> hearing.forbids(product).ifPresent(rule -> leaveOut(product, rule)));
        hearing.speaking(Act.PIN).stream()
                .sorted(Comparator.comparingInt(Rule::pinnedTo))
                .forEach(this::pin);
        weights = new Weights(ranked, shortlist.scores(list), hearing);
        fill = new ArrayList<>(weights.inOrder(byRank.stream()
                .filter(product -> !placedBy.containsKey(product) && !exclusions.containsKey(product))
                .toList()));
        hearing.speaking(Act.BUNDLE).forEach(this::drawTogether);
    }

    List<HiddenPin> hiddenPins() {
        return hiddenPins;
    }

    List<Exclusion> exclusions() {
        return List.copyOf(exclusions.values());
    }

    /** The suggestions, in order. To be asked once, before what was left out. */
    List<Suggestion> suggestions() {
        List<String> order = new ArrayList<>();
        List<Integer> due = List.copyOf(places.keySet());
        int nextPin = 0;
        int nextRanked = 0;
        while (order.size() < most && (nextPin < due.size() || nextRanked < fill.size())) {
            boolean pinIsDue = nextPin < due.size() && due.get(nextPin) <= order.size() + 1;
            if (pinIsDue || nextRanked == fill.size()) {
                int place = due.get(nextPin++);
                String product = pinnedAt(place);
                if (isCounted(place) || fits(product)) order.add(product);
            } else {
                String product = fill.get(nextRanked++);
                Optional<Rule> full = quotas.take(product);
                if (full.isEmpty()) order.add(product);
                else leaveOut(product, full.get());
            }
        }
        List<Suggestion> shown = new ArrayList<>();
        for (String product : order) shown.add(suggestion(product, shown.size() + 1));
        return shown;
    }

    private Suggestion suggestion(String product, int place) {
        int own = byRank.indexOf(product) + 1;
        Rule movedBy = placedBy.get(product);
        if (movedBy == null && own != place) movedBy = weights.strongest(product);
        return shortlist.suggestion(product, list, place, own == 0 ? null : own, movedBy, wares.stock());
    }

    private void leaveOut(String product, Rule rule) {
        int rankedAt = shortlist.ranked(list).indexOf(product) + 1;
        if (rankedAt > 0) exclusions.putIfAbsent(product, new Exclusion(rule, list, product, rankedAt));
    }

    private void pin(Rule rule) {
        int place = rule.pinnedTo();
        for (String product : wares.listed(rule.target())) {
            if (placedBy.containsKey(product)) continue; // pinned higher up already
            place = put(rule, product, place);
        }
    }

    /** Puts {@code product} to the next free place from {@code wanted} on; gives the place after it. */
    private int put(Rule rule, String product, int wanted) {
        int place = wanted;
        while (places.containsKey(place)) place++;
        Optional<Why> why = whyNot(product);
        if (why.isEmpty() && isCounted(place) && quotas.take(product).isPresent()) why = Optional.of(Why.QUOTA);
        if (why.isPresent()) {
            hiddenPins.add(new HiddenPin(rule, list, product, why.get()));
            return wanted;
        }
        places.put(place, product);
        placedBy.put(product, rule);
        return place + 1;
    }

    /** Lets what can be shown of a bundle follow the one that stands first. A product follows in one bundle only. */
    private void drawTogether(Rule rule) {
        List<String> members = wares.listed(rule.target()).stream()
                .filter(product -> !bundled.contains(product))
                .toList();
        OptionalInt pinned = places.entrySet().stream()
                .filter(each -> members.contains(each.getValue()))
                .mapToInt(Map.Entry::getKey)
                .findFirst();
        Optional<String> first = fill.stream().filter(members::contains).findFirst();
        if (pinned.isEmpty() && first.isEmpty()) return;
        bundled.addAll(members);
        List<String> following = members.stream()
                .filter(product -> !placedBy.containsKey(product))
                .filter(product -> pinned.isPresent() || !first.equals(Optional.of(product)))
                .filter(product -> canFollow(rule, product))
                .toList();
        fill.removeAll(following);
        if (pinned.isPresent()) {
            int place = pinned.getAsInt() + 1;
            for (String product : following) place = put(rule, product, place);
        } else {
            fill.addAll(fill.indexOf(first.orElseThrow()) + 1, following);
            following.forEach(product -> placedBy.put(product, rule));
        }
    }

    private boolean canFollow(Rule rule, String product) {
        Optional<Why> why = whyNot(product);
        why.filter(reason -> reason != Why.AT_HAND)
                .ifPresent(reason -> hiddenPins.add(new HiddenPin(rule, list, product, reason)));
        return why.isEmpty();
    }

    private Optional<Why> whyNot(String product) {
        Optional<Rule> forbidden = hearing.forbids(product);
        if (forbidden.isPresent()) {
            return Optional.of(forbidden.get().act() == Act.EXCLUDE ? Why.EXCLUDED : Why.ONLY_WITH);
        }
        return shortlist.whyNot(product, wares.stock());
    }

    /** Whether a quota counted it when it was pinned: what stands beyond the list's end takes nobody's share. */
    private boolean isCounted(int place) {
        return place <= most;
    }

    private boolean fits(String product) {
        Optional<Rule> full = quotas.take(product);
        Rule pin = placedBy.get(product);
        if (full.isPresent() && pin != null) hiddenPins.add(new HiddenPin(pin, list, product, Why.QUOTA));
        return full.isEmpty();
    }

    private String pinnedAt(int place) {
        @Nullable String product = places.get(place);
        if (product == null) throw new IllegalStateException("nothing is pinned at " + place);
        return product;
    }
}
