package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * A linear score over features, whose weights depend linearly on the context of the question: score = Σ features · (w₀ +
 * w₁ · context₁ + …). Immutable, thread-safe.
 */
public final class Blend {
    private final int features;
    private final int contexts;
    private final double[] weights;

    /** @param weights all features in the first context, which is always 1, then in the second, … */
    public Blend(int features, int contexts, double[] weights) {
        if (weights.length != features * contexts) throw new IllegalArgumentException(weights.length + " weights");
        this.features = features;
        this.contexts = contexts;
        this.weights = weights.clone();
    }

    /** The ranking of one feature alone. */
    public static Blend only(int feature, double weight, int features, int contexts) {
        double[] weights = new double[features * contexts];
        weights[feature] = weight;
        return new Blend(features, contexts, weights);
    }

    public int features() {
        return features;
    }

    public int contexts() {
        return contexts;
    }

    /** The weights of the features in this context. */
    public float[] weightsIn(float[] context) {
        float[] effective = new float[features];
        for (int c = 0; c < contexts; c++) {
            for (int f = 0; f < features; f++) effective[f] += (float) (weights[c * features + f] * context[c]);
        }
        return effective;
    }

    /** The score of the candidate whose features begin at {@code at}, by {@link #weightsIn its weights}. */
    public static float score(float[] effective, float[] features, int at) {
        float score = 0;
        for (int f = 0; f < effective.length; f++) score += effective[f] * features[at + f];
        return score;
    }

    /** The scores of all candidates of {@code choice}. */
    float[] scores(Choice choice) {
        float[] effective = weightsIn(choice.contexts());
        float[] scores = new float[choice.candidates()];
        for (int i = 0; i < scores.length; i++) scores[i] = score(effective, choice.features(), i * features);
        return scores;
    }

    /** A copy: all features in the first context, then in the second, … */
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
