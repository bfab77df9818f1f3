package outfitter.bot.training;

import java.util.List;
import java.util.Random;

/**
 * For each measure the probability that a model that is really as good as the live one looks at least as much worse as
 * this one does, by the choice of the messages alone. Shares are compared by McNemar's exact test over the messages that
 * only one of both reads rightly, the calibration error by a paired bootstrap (Efron and Tibshirani, 1993). Pure.
 */
record Chances(double accuracy, double unknownRecall, double calibrationError, double lessonsRight) {
    private static final int DRAWS = 400;
    private static final int SEED = 3;
    private static final int BINS = 15;

    /** For answers of both to the same messages in the same order. */
    static Chances of(List<Answer> live, List<Answer> candidate) {
        return new Chances(
                mcNemar(live, candidate, Answer.Kind.KNOWN),
                mcNemar(live, candidate, Answer.Kind.UNKNOWN),
                bootstrap(live, candidate),
                mcNemar(live, candidate, Answer.Kind.LESSON));
    }

    private static double mcNemar(List<Answer> live, List<Answer> candidate, Answer.Kind kind) {
        int lost = 0;
        int won = 0;
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i).kind() != kind
                    || live.get(i).right() == candidate.get(i).right()) continue;
            if (live.get(i).right()) lost++;
            else won++;
        }
        return atLeast(lost, lost + won);
    }

    /** The probability that of {@code all} fair coins at least {@code heads} fall so. */
    static double atLeast(int heads, int all) {
        double logarithm = -all * Math.log(2);
        double sum = 0;
        for (int k = 0; k <= all; k++) {
            if (k > 0) logarithm += Math.log(all - k + 1.0) - Math.log(k);
            if (k >= heads) sum += Math.exp(logarithm);
        }
        return Math.min(1, sum);
    }

    private static double bootstrap(List<Answer> live, List<Answer> candidate) {
        if (live.isEmpty()) return 1;
        Random random = new Random(SEED);
        int[] drawn = new int[live.size()];
        int notWorse = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < drawn.length; i++) drawn[i] = random.nextInt(drawn.length);
            if (calibrationError(candidate, drawn) <= calibrationError(live, drawn)) notWorse++;
        }
        return (notWorse + 1.0) / (DRAWS + 1);
    }

    private static double calibrationError(List<Answer> answers, int[] drawn) {
        double[] off = new double[BINS];
        for (int i : drawn) {
            Answer answer = answers.get(i);
            if (answer.kind() == Answer.Kind.LESSON) continue;
            off[Math.min(BINS - 1, (int) (answer.probability() * BINS))] +=
                    answer.probability() - (answer.right() ? 1 : 0);
        }
        double sum = 0;
        for (double each : off) sum += Math.abs(each);
        return sum / drawn.length;
    }
}
