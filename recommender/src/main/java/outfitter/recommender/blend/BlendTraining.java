package outfitter.recommender.blend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link Blend} as a conditional logit (McFadden, 1974): the chance of a candidate is the softmax of the scores,
 * and the weights are those under which the choices made were likeliest, with a small penalty on their squares. Adam
 * (Kingma and Ba, 2015) over small batches, several passes; of their sliding means the one that does best on choices held out is kept.
 *
 * <p>A blend that is not better there than the best of its signals alone is refused: then that signal is what comes out.
 */
public final class BlendTraining {
    private static final int PASSES = 16;
    private static final int BATCH = 16;
    private static final double RATE = 0.01;
    private static final double PENALTY = 1e-4;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    /** How fast the mean of the weights follows them: a single step's weights jump too much to be used. */
    private static final double FOLLOWING = 0.003;

    private static final int FEWEST = 50;
    private static final int FEWEST_STEPS = 1_500;

    private final Blend start;
    private final int places;
    private final Random random = new Random(7);
    private double[] weights;
    private final double[] mean;
    private final double[] gradient;
    private final double[] first;
    private final double[] second;
    private int steps;

    private BlendTraining(Blend start, int places) {
        this.start = start;
        this.places = places;
        weights = start.weights();
        mean = start.weights();
        gradient = new double[weights.length];
        first = new double[weights.length];
        second = new double[weights.length];
    }

    /**
     * What came of it.
     *
     * @param blend to be used
     * @param accepted whether that is the learned one
     * @param learned how the learned one did on what was held out
     * @param alone how the best signal did there by itself
     * @param signal the feature that this signal is
     */
    public record Outcome(Blend blend, boolean accepted, Judged learned, Judged alone, int signal) {}

    /**
     * Learns from {@code choices}.
     *
     * @param heldOut what decides, never learned from
     * @param start where the weights start
     * @param signals the features that rank by themselves
     * @param places how long the list is by which a ranking is judged
     */
    public static Outcome train(List<Choice> choices, List<Choice> heldOut, Blend start, int[] signals, int places) {
        BlendTraining training = new BlendTraining(start, places);
        Blend learned = training.learn(
                choices.stream().filter(choice -> choice.reachable() > 0).toList(), heldOut);
        return gate(learned, heldOut, signals, places);
    }

    /**
     * Learns from {@code choices} without looking at any others: the sliding mean after the last pass, of which there are
     * so many that few choices are learned from as long as many.
     */
    public static Blend fit(List<Choice> choices, Blend start) {
        BlendTraining training = new BlendTraining(start, 1);
        List<Choice> shuffled = new ArrayList<>(
                choices.stream().filter(choice -> choice.reachable() > 0).toList());
        if (shuffled.isEmpty()) return start;
        int passes = Math.max(PASSES, FEWEST_STEPS * BATCH / shuffled.size());
        for (int pass = 0; pass < passes; pass++) training.pass(shuffled, RATE * (1 - 0.9 * pass / passes));
        return new Blend(start.features(), start.contexts(), training.mean);
    }

    /** Lets {@code learned} through only where it beats each of {@code signals} alone. */
    static Outcome gate(Blend learned, List<Choice> heldOut, int[] signals, int places) {
        Judged judged = Judged.of(learned, heldOut, places);
        Judged best = new Judged(-1, 0);
        int bestSignal = signals[0];
        for (int signal : signals) {
            Judged alone = Judged.of(only(signal, learned), heldOut, places);
            if (alone.quality() <= best.quality()) continue;
            best = alone;
            bestSignal = signal;
        }
        boolean accepted = judged.quality() > best.quality();
        return new Outcome(accepted ? learned : only(bestSignal, learned), accepted, judged, best, bestSignal);
    }

    private static Blend only(int signal, Blend like) {
        return Blend.only(signal, 1, like.features(), like.contexts());
    }

    private Blend learn(List<Choice> choices, List<Choice> heldOut) {
        Blend best = start;
        if (choices.size() < FEWEST) return best;
        double quality = Judged.of(start, heldOut, places).quality();
        List<Choice> shuffled = new ArrayList<>(choices);
        for (int pass = 0; pass < PASSES; pass++) {
            pass(shuffled, RATE * (1 - 0.9 * pass / PASSES));
            Blend now = new Blend(start.features(), start.contexts(), mean);
            double reached = Judged.of(now, heldOut, places).quality();
            if (reached <= quality) continue;
            quality = reached;
            best = now;
        }
        return best;
    }

    private void pass(List<Choice> choices, double rate) {
        Collections.shuffle(choices, random);
        for (int at = 0; at < choices.size(); at += BATCH) {
            step(choices.subList(at, Math.min(choices.size(), at + BATCH)), rate);
        }
    }

    private void step(List<Choice> batch, double rate) {
        for (int i = 0; i < weights.length; i++) gradient[i] = PENALTY * weights[i];
        Blend now = new Blend(start.features(), start.contexts(), weights);
        for (Choice choice : batch) slope(now, choice, choice.weight() / batch.size());
        steps++;
        double firstBias = 1 - Math.pow(FIRST_DECAY, steps);
        double secondBias = 1 - Math.pow(SECOND_DECAY, steps);
        for (int i = 0; i < weights.length; i++) {
            first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient[i];
            second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
            weights[i] -= rate * (first[i] / firstBias) / (Math.sqrt(second[i] / secondBias) + 1e-8);
            mean[i] += FOLLOWING * (weights[i] - mean[i]);
        }
    }

    /** Adds the slope of −ln of the chance of what was chosen. */
    private void slope(Blend now, Choice choice, double weight) {
        double[] chances = chances(now.scores(choice));
        int features = start.features();
        double[] slope = new double[features];
        for (int i = 0; i < chances.length; i++) {
            double off = chances[i] - choice.target(i, chances);
            for (int f = 0; f < features; f++) slope[f] += off * choice.features()[i * features + f];
        }
        for (int c = 0; c < start.contexts(); c++) {
            double context = weight * choice.contexts()[c];
            for (int f = 0; f < features; f++) gradient[c * features + f] += context * slope[f];
        }
    }

    private static double[] chances(float[] scores) {
        double largest = Float.NEGATIVE_INFINITY;
        for (float score : scores) largest = Math.max(largest, score);
        double[] chances = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            chances[i] = Math.exp(scores[i] - largest);
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) chances[i] /= sum;
        return chances;
    }
}
