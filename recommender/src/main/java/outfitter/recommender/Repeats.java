package outfitter.recommender;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/** What a customer may want again: bought more than once, or used up by now. */
final class Repeats {
    private final ShopFloor floor;

    Repeats(ShopFloor floor) {
        this.floor = floor;
    }

    /** At most {@code most}, what was bought most often first, and of the same number what is longest ago. */
    Future<Suggestions> of(Situation situation, int most) {
        Shortlist found = floor.ranker().shortlist(situation);
        RuleSet rules = floor.rules();
        Wares wares = floor.wares();
        List<String> again = inOrder(situation).stream().filter(found::maySee).toList();
        Set<String> named = new HashSet<>(Merchandising.named(rules, wares, found));
        named.addAll(again);
        return floor.inStock(found.skus(named))
                .map(stock -> shown(again, found, rules, wares.with(stock), stock, most, situation.now()));
    }

    private static List<String> inOrder(Situation situation) {
        Map<String, Situation.Purchase> bought = situation.bought().stream()
                .collect(Collectors.toMap(
                        Situation.Purchase::product, purchase -> purchase, (one, other) -> one, LinkedHashMap::new));
        return bought.values().stream()
                .sorted(Comparator.comparingInt((Situation.Purchase purchase) -> -purchase.times())
                        .thenComparing(Situation.Purchase::at))
                .map(Situation.Purchase::product)
                .toList();
    }

    private static Suggestions shown(
            List<String> again,
            Shortlist found,
            RuleSet rules,
            Wares wares,
            Map<String, Integer> stock,
            int most,
            Instant now) {
        List<Suggestion> shown = new ArrayList<>();
        Circumstances at = Circumstances.at(now);
        for (String product : again) {
            boolean out = found.whyNot(product, stock).isPresent()
                    || Merchandising.forbids(product, found, rules, wares, at).isPresent();
            if (out || shown.size() == most) continue;
            int place = shown.size() + 1;
            shown.add(found.suggestion(product, SuggestionList.GOES_WITH, place, place, null, stock));
        }
        return new Suggestions(shown, List.of(), List.of(), List.of(), List.of(), now);
    }
}
