package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Product;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Conflicts;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Review;
import outfitter.recommender.merchandising.RuleCheck;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestions;

/**
 * What publishing a draft would change, tried out over the products that its new, changed and dropped rules are about. A
 * rule about a large category or about anything is tried over the products that people buy most; each rule is tried in the
 * circumstances that it asks for, and on a day when it speaks.
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
    Future<List<Change>> changes(RuleSet live, RuleSet draft, Ranker ranker, Wares wares, Instant now) {
        Set<Rule> differing = new LinkedHashSet<>(live.rules());
        differing.addAll(draft.rules());
        Set<Rule> both = new HashSet<>(live.rules());
        both.retainAll(draft.rules());
        differing.removeAll(both);
        boolean sameRules = differing.isEmpty() && live.equals(draft);
        if (sameRules) return Future.succeededFuture(List.of());
        List<Rule> rules = differing.isEmpty() ? draft.rules() : List.copyOf(differing); // only their order changed
        return offTheLoop(() -> tries(rules, ranker, wares, now))
                .compose(tries -> stock.apply(skus(tries, live, draft, wares))
                        .compose(inStock -> offTheLoop(() -> compare(tries, live, draft, wares.with(inStock)))));
    }

    /** What is to be said of {@code draft} beside what it changes. */
    Future<Review> review(RuleSet draft, Wares wares) {
        return offTheLoop(() -> new Review(Conflicts.among(draft, wares), RuleCheck.remarks(draft, wares)));
    }

    /** One product looked at in some circumstances, and what is ranked for it. */
    private record Try(String product, Circumstances circumstances, Shortlist shortlist) {}

    private static List<Try> tries(List<Rule> rules, Ranker ranker, Wares wares, Instant now) {
        Shortlist anybody = ranker.shortlist(Situation.lookingAt(List.of(), now));
        Map<String, Circumstances> tried = new LinkedHashMap<>();
        rules.stream()
                .sorted(Comparator.comparing(rule -> !named(rule).isPresent())) // the most particular first
                .takeWhile(rule -> tried.size() < TRIED)
                .forEach(rule -> about(rule, anybody, wares)
                        .limit(TRIED)
                        .forEach(product -> tried.putIfAbsent(product, asked(rule, now))));
        return tried.entrySet().stream()
                .limit(TRIED)
                .map(each -> new Try(
                        each.getKey(),
                        each.getValue(),
                        ranker.shortlist(Situation.lookingAt(
                                List.of(each.getKey()), each.getValue().now()))))
                .toList();
    }

    /** The products that {@code rule} speaks for, those bought most first. */
    private static Stream<String> about(Rule rule, Shortlist anybody, Wares wares) {
        List<Condition> about = rule.when().stream()
                .filter(condition -> condition.is().isAboutProduct() && condition.is() != Condition.Kind.STOCK)
                .filter(condition -> rule.act() != Act.ONLY_WITH) // which has its effect where it does not speak
                .toList();
        return wares.catalogue().products().stream()
                .map(Product::id)
                .filter(id -> about.stream().allMatch(condition -> wares.meets(id, condition)))
                .sorted(Comparator.comparingDouble(id -> -anybody.liking(id)));
    }

    private static Optional<Condition> named(Rule rule) {
        return rule.when().stream()
                .filter(condition -> condition.is() == Condition.Kind.PRODUCT)
                .findFirst();
    }

    /** Circumstances in which {@code rule} speaks. */
    private static Circumstances asked(Rule rule, Instant now) {
        Instant from = rule.from();
        Circumstances then = Circumstances.at(from != null && from.isAfter(now) ? from : now);
        Set<String> segments = new HashSet<>();
        String intent = first(rule, Condition.Kind.INTENT);
        String channel = first(rule, Condition.Kind.CHANNEL);
        String season = first(rule, Condition.Kind.SEASON);
        rule.when().stream()
                .filter(condition -> condition.is() == Condition.Kind.SEGMENT)
                .forEach(condition -> segments.add(condition.any().get(0)));
        return new Circumstances(segments, intent, channel, season == null ? then.season() : season, then.now());
    }

    private static @Nullable String first(Rule rule, Condition.Kind kind) {
        return rule.when().stream()
                .filter(condition -> condition.is() == kind)
                .map(condition -> condition.any().get(0))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> skus(List<Try> tries, RuleSet live, RuleSet draft, Wares wares) {
        Set<String> skus = new HashSet<>();
        for (Try each : tries) {
            Set<String> named = Merchandising.named(live, wares, each.shortlist());
            named.addAll(Merchandising.named(draft, wares, each.shortlist()));
            skus.addAll(each.shortlist().skus(named));
        }
        return skus;
    }

    private static List<Change> compare(List<Try> tries, RuleSet live, RuleSet draft, Wares wares) {
        List<Change> changes = new ArrayList<>();
        for (Try each : tries) {
            Suggestions before = Merchandising.arrange(
                    each.shortlist(), live, wares, each.circumstances(), Merchandising.FOR_THE_STUDIO);
            Suggestions after = Merchandising.arrange(
                    each.shortlist(), draft, wares, each.circumstances(), Merchandising.FOR_THE_STUDIO);
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
