package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Gives every intent its calibrated probability for one text. A softmax over weighted features, softened by a
 * temperature that was fitted on utterances the weights had not seen; and where most words are unknown, what the known
 * ones seem to say counts accordingly less. Immutable, and shared between threads.
 */
final class LanguageModel implements Classifier {
    /** From this probability of none of the intents on it is what a text means. */
    private static final double REFUSAL = 0.4;
    /** From this share of known words on, the reading stands as it is. */
    private static final double ENOUGH_KNOWN = 0.6;

    private final QNModel weights;
    private final Vectors vectors;
    private final Spelling spelling;
    private final double temperature;

    LanguageModel(QNModel weights, Vectors vectors, Spelling spelling, double temperature) {
        this.weights = weights;
        this.vectors = vectors;
        this.spelling = spelling;
        this.temperature = temperature;
    }

    LanguageModel at(double otherTemperature) {
        return new LanguageModel(weights, vectors, spelling, otherTemperature);
    }

    double temperature() {
        return temperature;
    }

    QNModel weights() {
        return weights;
    }

    Vectors vectors() {
        return vectors;
    }

    @Override
    public List<List<Reading>> read(List<String> masked) {
        return masked.stream().map(this::read).toList();
    }

    /** Every intent, likeliest first; the probabilities sum to 1. {@code masked} has no identifiers in it any more. */
    List<Reading> read(String masked) {
        Map<String, Double> features = vectors.features(masked);
        double trust = features.isEmpty() ? 0 : Math.min(1, taughtWhenMended(masked) / ENOUGH_KNOWN);
        double[] probabilities =
                features.isEmpty() ? new double[weights.getNumOutcomes()] : softened(raw(features), temperature);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            String intent = weights.getOutcome(i);
            double rest = intent.equals(Intents.NONE) ? 1 - trust : 0;
            readings.add(new Reading(intent, Math.min(1, trust * probabilities[i] + rest)));
        }
        return Intents.ordered(readings, refusal());
    }

    Spelling spelling() {
        return spelling;
    }

    /** What the weights alone say, by outcome; empty when nothing of {@code masked} is known. */
    double[] raw(String masked) {
        Map<String, Double> features = vectors.features(masked);
        return features.isEmpty() ? new double[0] : raw(features);
    }

    private double[] raw(Map<String, Double> features) {
        return weights.eval(features.keySet().toArray(String[]::new), Vectors.values(features));
    }

    static double[] softened(double[] raw, double temperature) {
        double sum = 0;
        double[] soft = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            soft[i] = Math.pow(Math.max(raw[i], 1e-12), 1 / temperature);
            sum += soft[i];
        }
        for (int i = 0; i < soft.length; i++) soft[i] /= sum;
        return soft;
    }

    @Override
    public double refusal() {
        return REFUSAL;
    }

    @Override
    public double taught(String masked) {
        return share(Words.of(masked));
    }

    @Override
    public double taughtWhenMended(String masked) {
        return share(vectors.words(masked));
    }

    private double share(List<String> words) {
        if (words.isEmpty()) return 0;
        return (double) words.stream().filter(spelling::knows).count() / words.size();
    }
}
