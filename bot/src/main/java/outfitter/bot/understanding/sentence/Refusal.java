package outfitter.bot.understanding.sentence;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * From which probability of belonging nowhere on a text is refused: so chosen that of texts which the heads had not seen
 * most are dealt with rightly, those that belong somewhere read as what they are and the others refused (the rule of Larson et
 * al., EMNLP 2019). About the best threshold many do nearly as well, and which of them is the very best is chance; so of those
 * that come within one standard error of it the one is taken that refuses least (after the rule of one standard error of
 * Breiman et al., Classification and regression trees, 1984). Texts of the folds are by the same hands as those learned
 * from; of hands that were not heard the middle refuses too many.
 */
final class Refusal {
    private static final int STEPS = 100;

    private Refusal() {}

    static double fit(List<Unseen> texts, Weighing weighing, Logistic belonging, ToDoubleFunction<Unseen> weight) {
        double[] right = new double[STEPS];
        double all = 0;
        for (Unseen text : texts) {
            double counts = weight.applyAsDouble(text);
            double nowhere = 1 - belonging.probability(text.fit());
            all += counts;
            if (!text.isKnown()) {
                for (int step = 1; step < STEPS && at(step) <= nowhere; step++) right[step] += counts;
            } else if (weighing.best(text.fit()) == text.label()) {
                for (int step = STEPS - 1; step > 0 && at(step) > nowhere; step--) right[step] += counts;
            }
        }
        return leastOf(right, all, texts.size());
    }

    private static double leastOf(double[] right, double all, int texts) {
        double best = 0;
        for (double each : right) best = Math.max(best, each / all);
        double enough = best - Math.sqrt(best * (1 - best) / texts);
        int step = STEPS - 1;
        while (step > 1 && right[step] / all < enough) step--;
        return at(step);
    }

    private static double at(int step) {
        return (double) step / STEPS;
    }
}
