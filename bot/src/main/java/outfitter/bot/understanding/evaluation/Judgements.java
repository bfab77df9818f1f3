package outfitter.bot.understanding.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What a model said of texts whose intents are known, and what follows from refusing those that score below a threshold.
 * In scope means that an intent is meant; the unknown means none of them.
 */
record Judgements(List<Judgement> all) {
    /**
     * @param score how sure the model is that the text means some intent
     * @param probability of the best intent, given that the text means one
     * @param right whether that is the true one
     * @param inScope whether the text means an intent at all
     */
    record Judgement(double score, double probability, boolean right, boolean inScope) {}

    Judgements {
        all = List.copyOf(all);
    }

    private long inScope() {
        return all.stream().filter(Judgement::inScope).count();
    }

    private boolean hasUnknown() {
        return inScope() < all.size();
    }

    /** Of those in scope, the share that is read rightly when what scores below {@code threshold} is refused. */
    double inScopeAccuracy(double threshold) {
        long right = all.stream()
                .filter(each -> each.inScope() && each.right() && each.score() >= threshold)
                .count();
        return (double) right / inScope();
    }

    /** Of the unknown, the share that scores below {@code threshold}; NaN when there is none. */
    double unknownRecall(double threshold) {
        long refused = all.stream()
                .filter(each -> !each.inScope() && each.score() < threshold)
                .count();
        return hasUnknown() ? (double) refused / (all.size() - inScope()) : Double.NaN;
    }

    /** The lowest threshold at which most texts are dealt with rightly; NaN when none is unknown. */
    double jointThreshold() {
        if (!hasUnknown()) return Double.NaN;
        double best = Double.NaN;
        double most = -1;
        for (double threshold : thresholds()) {
            double right = inScopeAccuracy(threshold) * inScope() + unknownRecall(threshold) * (all.size() - inScope());
            if (right > most) {
                most = right;
                best = threshold;
            }
        }
        return best;
    }

    /** The highest threshold that leaves {@code accuracy} in scope; NaN when none does. */
    double guardedThreshold(double accuracy) {
        double[] thresholds = thresholds();
        for (int i = thresholds.length - 1; i >= 0; i--) {
            if (inScopeAccuracy(thresholds[i]) >= accuracy) return thresholds[i];
        }
        return Double.NaN;
    }

    private double[] thresholds() {
        return all.stream().mapToDouble(Judgement::score).sorted().distinct().toArray();
    }

    /** The probability that a text in scope scores above an unknown one, ties counted half; NaN when none is unknown. */
    double auroc() {
        if (!hasUnknown()) return Double.NaN;
        double[] known = scores(true);
        double[] unknown = scores(false);
        double above = 0;
        for (double each : known) above += rank(unknown, each);
        return above / known.length / unknown.length;
    }

    /** How far the probabilities of the best intents are from how often those are right, in scope. */
    double calibrationError() {
        return new CalibrationError()
                .addAll(all.stream().filter(Judgement::inScope).toList(), Judgement::probability, Judgement::right)
                .value();
    }

    private double[] scores(boolean inScope) {
        return all.stream()
                .filter(each -> each.inScope() == inScope)
                .mapToDouble(Judgement::score)
                .sorted()
                .toArray();
    }

    /** How many of {@code sorted} are below {@code value}, and half of those equal to it. */
    private static double rank(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) return -at - 1;
        int first = at;
        int last = at;
        while (first > 0 && sorted[first - 1] == value) first--;
        while (last + 1 < sorted.length && sorted[last + 1] == value) last++;
        return (first + last + 1) / 2.0;
    }
}
