package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outfitter.recommender.blend.Blend;

/**
 * Ranks better ones of the kind that is being chosen. Each scorer's points for the steps to a product, times the anchors'
 * weights, add up to one trait; the score is the traits by their weights.
 */
final class BetterOnes {
    /** What the traits mean; to be changed with them. */
    static final String FORM = "step-up/2";

    private static final float[] ALWAYS = {1};

    private final List<Scorer> scorers;
    private final double[] weights;

    BetterOnes(List<Scorer> scorers, Blend blend) {
        this.scorers = scorers;
        weights = blend.weights();
        if (weights.length != scorers.size()) throw new IllegalArgumentException(weights.length + " weights");
    }

    /** The weights as people set them. */
    static Blend byHand() {
        double[] weights = {
            PriceStep.WEIGHT,
            LookedAtNext.WEIGHT,
            SamePurpose.WEIGHT,
            BetterRated.WEIGHT,
            OftenChosen.WEIGHT,
            PriceSense.WEIGHT
        };
        return new Blend(weights.length, 1, weights);
    }

    /** The best {@code most} that the customer may see, best first; of two with equal scores the lower number. */
    List<Candidate> best(Query query, int most) {
        List<Candidate> all = new ArrayList<>();
        traits(query).forEach((product, traits) -> {
            double score = 0;
            for (int i = 0; i < weights.length; i++) score += weights[i] * traits[i];
            if (score > 0) all.add(new Candidate(product, score, new Traits(FORM, traits, ALWAYS)));
        });
        all.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::product));
        return all.size() <= most ? all : new ArrayList<>(all.subList(0, most));
    }

    /** What each scorer says of {@code product}, what counts most first; empty when it is no step up. */
    List<Explanation.Term> terms(Query query, int product) {
        Map<Integer, float[]> all = traits(query);
        float[] own = all.get(product);
        if (own == null) return List.of();
        List<Explanation.Term> terms = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            float most = 0;
            for (float[] traits : all.values()) most = Math.max(most, traits[i]);
            double share = most == 0 ? 0 : own[i] / most;
            terms.add(new Explanation.Term(scorers.get(i).signal(), share, weights[i] * own[i]));
        }
        terms.sort(Comparator.comparingDouble((Explanation.Term term) -> -Math.abs(term.weight())));
        return terms;
    }

    private Map<Integer, float[]> traits(Query query) {
        Map<Integer, float[]> all = new HashMap<>();
        for (Step step : query.steps()) {
            if (!query.maySee(step.product())) continue;
            float[] traits = all.computeIfAbsent(step.product(), any -> new float[weights.length]);
            for (int i = 0; i < traits.length; i++) {
                double points = scorers.get(i).points(query, step);
                if (points > 0) traits[i] += (float) (step.anchor().weight() * points);
            }
        }
        return all;
    }
}
