package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Rule;

/**
 * Boosts and buries: a product's points are multiplied by every such rule that names it, and the list is put in order
 * anew. Products that none names keep their order, as theirs are the points they had.
 */
final class Weights {
    private final Map<String, Rule> strongest = new HashMap<>();
    private final Map<String, Double> points = new HashMap<>();

    /** @param scores of {@code ranked}, in its order */
    Weights(List<String> ranked, List<Double> scores, Hearing hearing) {
        double[] positive = falling(scores);
        for (int i = 0; i < ranked.size(); i++) {
            String product = ranked.get(i);
            points.put(product, positive[i] * factor(product, hearing));
        }
    }

    /** {@code products} by what their points are now; of two with as many, the order they came in. */
    List<String> inOrder(List<String> products) {
        List<String> sorted = new ArrayList<>(products);
        sorted.sort(Comparator.comparingDouble(product -> -points.getOrDefault(product, 0.0)));
        return sorted;
    }

    /** The rule that changed the product's points most. */
    @Nullable
    Rule strongest(String product) {
        return strongest.get(product);
    }

    private double factor(String product, Hearing hearing) {
        List<Rule> rules = new ArrayList<>(hearing.about(product, Act.BOOST).toList());
        rules.addAll(hearing.about(product, Act.BURY).toList());
        double factor = 1;
        for (Rule rule : rules) {
            factor *= rule.factor();
            strongest.merge(product, rule, (one, other) -> effect(other) > effect(one) ? other : one);
        }
        return factor;
    }

    private static double effect(Rule rule) {
        return Math.abs(Math.log(Math.max(1e-9, rule.factor())));
    }

    /**
     * Scores as points above nought that never rise from place to place. Points are taken as they are; a score that may
     * be below nought is a logarithm of odds, and its odds are taken.
     */
    private static double[] falling(List<Double> scores) {
        double least = scores.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double top = scores.isEmpty() ? 0 : scores.get(0);
        double[] falling = new double[scores.size()];
        double before = Double.MAX_VALUE;
        for (int i = 0; i < falling.length; i++) {
            double score = scores.get(i);
            before = Math.min(before, least < 0 ? Math.exp(score - top) : score);
            falling[i] = before;
        }
        return falling;
    }
}
