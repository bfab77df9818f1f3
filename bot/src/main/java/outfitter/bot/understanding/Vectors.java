package outfitter.bot.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a text into weighted features of one length: what is rare counts more, what was not seen in training is left
 * out. Immutable, and shared between threads.
 */
final class Vectors {
    private static final double LENGTH = 6;
    private static final int SEEN_AT_LEAST = 2;

    private final Features features;
    private final Map<String, Float> rarity;

    Vectors(Features features, Map<String, Float> rarity) {
        this.features = features;
        this.rarity = Map.copyOf(rarity);
    }

    /** Learns rarities: pieces and sequences must have been seen twice, words and concepts once. */
    static Vectors learn(Features features, List<Utterance> utterances) {
        Map<String, Integer> seen = new TreeMap<>();
        utterances.forEach(utterance ->
                features.of(utterance.text()).keySet().forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        Map<String, Float> rarity = new LinkedHashMap<>();
        seen.forEach((feature, times) -> {
            boolean wordly = feature.startsWith("w ") || feature.startsWith("k ");
            if (wordly || times >= SEEN_AT_LEAST) {
                rarity.put(feature, (float) (1 + Math.log((1.0 + utterances.size()) / (1 + times))));
            }
        });
        return new Vectors(features, rarity);
    }

    List<String> words(String text) {
        return features.words(text);
    }

    Map<String, Float> rarity() {
        return rarity;
    }

    /** The known features of {@code text} with their final weights; empty when nothing of it is known. */
    Map<String, Double> features(String text) {
        Map<String, Double> found = new LinkedHashMap<>();
        features.of(text).forEach((feature, weight) -> {
            Float rare = rarity.get(feature);
            if (rare != null) found.put(feature, weight * rare);
        });
        double length = Math.sqrt(
                found.values().stream().mapToDouble(value -> value * value).sum());
        found.replaceAll((feature, value) -> LENGTH * value / length);
        return found;
    }

    static float[] values(Map<String, Double> features) {
        float[] values = new float[features.size()];
        int i = 0;
        for (double value : features.values()) values[i++] = (float) value;
        return values;
    }
}
