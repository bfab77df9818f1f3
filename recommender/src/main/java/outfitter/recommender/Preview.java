package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestions;

/**
 * What publishing a draft would change, tried out over the products that its new, changed and dropped rules are about. A
 * rule about a large category or about anything is tried over the products that people buy most.
 */
final class Preview {
    private static final int TRIED = 300;

    private final Vertx vertx;
    private final Function<Collection<String>, Future<Map<String, Integer>>> stock;

    Preview(Vertx vertx, Function<Collection<String>, Future<Map<String, Integer>>> stock) {
        this.vertx = vertx;
        this.stock = stock;
    }

    /** The changes from {@code live} to {@code draft}, largest first. */
    Future<List<Change>> changes(RuleSet live, RuleSet draft, Ranker ranker, Catalogue catalogue, Instant now) {
        Set<Rule> differing = new LinkedHashSet<>(live.rules());
        differing.addAll(draft.rules());
        Set<Rule> both = new HashSet<>(live.rules());
        both.retainAll(draft.rules());
        differing.removeAll(both);
        boolean sameRules = differing.isEmpty() && live.equals(draft);
        if (sameRules) return Future.succeededFuture(List.of());
        List<Rule> rules = differing.isEmpty() ? draft.rules() : List.copyOf(differing); // only their order changed
        return offTheLoop(() -> tries(rules, ranker, catalogue, now))
                .compose(tries -> stock.apply(skus(tries, live, draft))
                        .compose(inStock -> offTheLoop(() -> compare(tries, live, draft, inStock, now))));
    }

    /** One product looked at, and what is ranked for it. */
    private record Try(String product, Shortlist shortlist) {}

    private static List<Try> tries(List<Rule> rules, Ranker ranker, Catalogue catalogue, Instant now) {
        Shortlist anybody = ranker.shortlist(Situation.lookingAt(List.of(), now));
        return rules.stream()
                .sorted(Comparator.comparing(rule -> rule.anchor().product() == null)) // the most particular first
                .flatMap(rule -> about(rule.anchor(), anybody, catalogue))
                .distinct()
                .limit(TRIED)
                .map(product -> new Try(product, ranker.shortlist(Situation.lookingAt(List.of(product), now))))
                .toList();
    }

    private static Stream<String> about(Rule.Anchor anchor, Shortlist anybody, Catalogue catalogue) {
        if (anchor.product() != null) return Stream.of(anchor.product());
        List<Product> meant = anchor.category() == null ? catalogue.products() : catalogue.in(anchor.category());
        return meant.stream().map(Product::id).sorted(Comparator.comparingDouble(id -> -anybody.liking(id)));
    }

    private static Set<String> skus(List<Try> tries, RuleSet live, RuleSet draft) {
        Set<String> named = new HashSet<>();
        live.rules().forEach(rule -> named.add(rule.product()));
        draft.rules().forEach(rule -> named.add(rule.product()));
        Set<String> skus = new HashSet<>();
        tries.forEach(each -> skus.addAll(each.shortlist().skus(named)));
        return skus;
    }

    private static List<Change> compare(
            List<Try> tries, RuleSet live, RuleSet draft, Map<String, Integer> stock, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (Try each : tries) {
            Suggestions before =
                    Merchandising.arrange(each.shortlist(), live, stock, Merchandising.FOR_THE_STUDIO, now);
            Suggestions after =
                    Merchandising.arrange(each.shortlist(), draft, stock, Merchandising.FOR_THE_STUDIO, now);
            for (SuggestionList list : SuggestionList.values()) {
                Change.between(each.product(), list, before, after).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparingInt(Change::size).reversed());
        return changes;
    }

    private <T> Future<T> offTheLoop(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }
}
