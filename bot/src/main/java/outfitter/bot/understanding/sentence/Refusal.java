package outfitter.bot.understanding.sentence;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * From which probability of belonging nowhere on a text is refused: so chosen that of texts which the heads had not seen
 * most are dealt with rightly, those that belong somewhere read as what they are and the others refused (the rule of Larson et
 * al., EMNLP 2019). About the best threshold many do nearly as well, and which of them is the very best is chance; so the
 * middle is taken of those that come within one standard error of it (after the rule of one standard error of Breiman et
 * al., Classification and regression trees, 1984).
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
        return middle(right, all, texts.size());
    }

    private static double middle(double[] right, double all, int texts) {
        double best = 0;
        for (double each : right) best = Math.max(best, each / all);
        double least = best - Math.sqrt(best * (1 - best) / texts);
        int first = STEPS;
        int last = 0;
        for (int step = 1; step < STEPS; step++) {
            if (right[step] / all < least) continue;
            first = Math.min(first, step);
            last = step;
        }
        return (at(first) + at(last)) / 2;
    }

    private static double at(int step) {
        return (double) step / STEPS;
    }
}
