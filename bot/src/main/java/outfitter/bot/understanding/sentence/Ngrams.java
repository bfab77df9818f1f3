package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, pairs of them, and pieces of two to four letters, each weighed by its rarity (tf-idf); words and
 * pieces are each brought to length 1. What a sentence embedding may blur, a name or a number, stays visible here, in any
 * script. Immutable, and shared between threads.
 */
final class Ngrams {
    private static final Pattern WORD = Pattern.compile("_[a-z]+_|[\\p{L}\\p{M}]+|\\p{N}+|[?!]");
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 4;
    private static final int SEEN_AT_LEAST = 2;

    private final Map<String, Integer> number;
    private final float[] rarity;

    private Ngrams(Map<String, Integer> number, float[] rarity) {
        this.number = number;
        this.rarity = rarity;
    }

    /** Learns what is rare from {@code texts}; what occurs in only one of them is left out. */
    static Ngrams learn(Collection<String> texts) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String text : texts) in(text).forEach(each -> seen.merge(each, 1, Integer::sum));
        Map<String, Float> kept = new LinkedHashMap<>();
        seen.forEach((each, times) -> {
            if (times >= SEEN_AT_LEAST) kept.put(each, (float) (1 + Math.log((1.0 + texts.size()) / (1 + times))));
        });
        return of(kept);
    }

    /** N-grams with these rarities, numbered in their order. */
    static Ngrams of(Map<String, Float> rarities) {
        Map<String, Integer> number = new HashMap<>(rarities.size() * 2);
        float[] rarity = new float[rarities.size()];
        rarities.forEach((each, rare) -> {
            rarity[number.size()] = rare;
            number.put(each, number.size());
        });
        return new Ngrams(number, rarity);
    }

    /** How many there are. */
    int size() {
        return rarity.length;
    }

    /** All with their rarities, in the order of their numbers. */
    Map<String, Float> rarities() {
        String[] ordered = new String[rarity.length];
        number.forEach((each, at) -> ordered[at] = each);
        Map<String, Float> rarities = new LinkedHashMap<>();
        for (int i = 0; i < ordered.length; i++) rarities.put(ordered[i], rarity[i]);
        return rarities;
    }

    /** Whether {@code word}, in lower case, occurred often enough to be counted. */
    boolean knows(String word) {
        return number.containsKey("w" + word);
    }

    /** Those of {@code text} that are known. */
    Sparse of(String text) {
        int[] found = in(text).stream()
                .map(each -> number.getOrDefault(each, -1))
                .mapToInt(Integer::intValue)
                .filter(each -> each >= 0)
                .toArray();
        Arrays.sort(found);
        return new Sparse(found, weights(found));
    }

    private float[] weights(int[] found) {
        float[] weights = new float[found.length];
        double sum = 0;
        for (int each : found) sum += rarity[each] * rarity[each];
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < found.length; i++) weights[i] = rarity[found[i]] / length;
        return weights;
    }

    /** Pieces begin with a letter of their own kind, so that a word is never taken for a piece. */
    private static Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        List<String> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            found.add("w" + words.get(i));
            if (i > 0) found.add("w" + words.get(i - 1) + " " + words.get(i));
        }
        String line = " " + String.join(" ", words) + " ";
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int i = 0; i + length <= line.length(); i++) found.add("c" + line.substring(i, i + length));
        }
        return found;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) words.add(found.group());
        return words;
    }
}
