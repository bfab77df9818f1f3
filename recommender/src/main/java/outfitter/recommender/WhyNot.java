package outfitter.recommender;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Merchandising.Lengths;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Exclusion;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/** Why any product stands where it does in a list, and why it must not be there. */
final class WhyNot {
    private final ShopFloor floor;

    WhyNot(ShopFloor floor) {
        this.floor = floor;
    }

    /** What forbids to put {@code product} before this customer now; empty when nothing does. */
    Future<Optional<Why>> objection(Situation situation, String product, RuleSet inForce, Circumstances now) {
        Shortlist shortlist = floor.ranker().shortlist(situation);
        Wares wares = floor.wares();
        Set<String> asked = new HashSet<>(Merchandising.named(inForce, wares, shortlist));
        asked.add(product);
        return floor.inStock(shortlist.skus(asked))
                .map(stock -> Merchandising.forbids(product, shortlist, inForce, wares.with(stock), now)
                        .map(rule -> Why.EXCLUDED)
                        .or(() -> shortlist.whyNot(product, stock)));
    }

    /** Where {@code product} stands in {@code list} under {@code asked} rules, and why. */
    Future<Explained> explain(
            Situation situation,
            RuleSet asked,
            Circumstances now,
            Lengths lengths,
            String product,
            SuggestionList list) {
        Shortlist found = floor.ranker().shortlist(situation);
        Wares wares = floor.wares();
        Set<String> named = new HashSet<>(Merchandising.named(asked, wares, found));
        named.add(product);
        int length = list == SuggestionList.GOES_WITH ? lengths.goesWith() : lengths.stepUp();
        return floor.inStock(found.skus(named)).map(stock -> {
            Suggestions all = Merchandising.arrange(found, asked, wares.with(stock), now, lengths);
            Suggestion shown = (list == SuggestionList.GOES_WITH ? all.goesWith() : all.stepUp())
                    .stream()
                            .filter(each -> each.product().equals(product))
                            .findFirst()
                            .orElse(null);
            Rule excludedBy = Merchandising.forbids(product, list, found, asked, wares.with(stock), now)
                    .or(() -> leftOut(product, list, all))
                    .orElse(null);
            return new Explained(
                    list,
                    shown,
                    found.explain(product, list, stock),
                    shown == null ? excludedBy : null,
                    moved(shown),
                    length,
                    found.anchors());
        });
    }

    /** The quota that had no room for it: what other rules forbid, they forbid whatever else is shown. */
    private static Optional<Rule> leftOut(String product, SuggestionList list, Suggestions all) {
        return all.exclusions().stream()
                .filter(each -> each.list() == list && each.product().equals(product))
                .map(Exclusion::rule)
                .findFirst();
    }

    private static int moved(@Nullable Suggestion shown) {
        if (shown == null || shown.movedBy() == null) return 0;
        Integer moved = shown.moved();
        return moved == null ? 0 : moved;
    }
}
