package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What the model sees of a text: stems, concepts, pairs and triples of the gist, and pieces of three to five letters, each
 * with a weight. Immutable, and shared between threads.
 */
final class Features {
    private static final double WORD = 1;
    private static final double CONCEPT = 1;
    private static final double PAIR = 1;
    private static final double TRIPLE = 0.7;
    private static final double PIECE = 0.4;

    private final Concepts concepts;
    private final Spelling spelling;

    Features(Concepts concepts, Spelling spelling) {
        this.concepts = concepts;
        this.spelling = spelling;
    }

    /** The mended words of {@code text}. */
    List<String> words(String text) {
        return Words.of(text).stream().map(spelling::mend).toList();
    }

    /** Feature → weight, before rarity is reckoned in; empty for an empty text. */
    Map<String, Double> of(String text) {
        List<String> words = words(text);
        Map<String, Double> features = new LinkedHashMap<>();
        PorterStemmer stemmer = new PorterStemmer();
        words.forEach(word -> features.merge("w " + stemmer.stem(word), WORD, Math::max));
        concepts.in(words).forEach(concept -> features.merge("k " + concept, CONCEPT, Math::max));
        sequences(features, concepts.gist(words));
        words.stream().filter(Words::isPlain).forEach(word -> pieces(features, word));
        return features;
    }

    private static void sequences(Map<String, Double> features, List<String> gist) {
        List<String> bounded = new ArrayList<>(gist);
        bounded.add(0, "<");
        bounded.add(">");
        for (int i = 0; i + 1 < bounded.size(); i++) {
            features.merge("b " + bounded.get(i) + " " + bounded.get(i + 1), PAIR, Math::max);
            if (i + 2 < bounded.size()) {
                features.merge("t " + String.join(" ", bounded.subList(i, i + 3)), TRIPLE, Math::max);
            }
        }
    }

    private static void pieces(Map<String, Double> features, String word) {
        String bounded = "^" + word + "$";
        for (int length = 3; length <= 5; length++) {
            for (int i = 0; i + length <= bounded.length(); i++) {
                features.merge("c " + bounded.substring(i, i + length), PIECE, Math::max);
            }
        }
    }
}
