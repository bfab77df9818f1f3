package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Words and phrases that mean the same to a shop, from {@code language/<language>/concepts.txt}. Immutable, and shared
 * between threads.
 */
final class Concepts {
    private static final int LONGEST = 5;

    private final Map<String, List<String>> byPhrase = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();

    private Concepts(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split("[:\\s]+", -1);
            for (int i = 1; i < parts.length; i++) name(parts[0], parts[i]);
        }
        byPhrase.put("_product_", List.of("#product"));
    }

    static Concepts of(String language) {
        return new Concepts(Utterances.lines("language/" + language + "/concepts.txt"));
    }

    private void name(String concept, String phrase) {
        List<String> parts = Words.of(phrase.replace('_', ' '));
        byPhrase.computeIfAbsent(String.join(" ", parts), none -> new ArrayList<>())
                .add("#" + concept);
        words.addAll(parts);
    }

    /** Every word that occurs in some concept. */
    Set<String> words() {
        return words;
    }

    /** All concepts that occur in {@code text}, phrases first. */
    Set<String> in(List<String> text) {
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < text.size(); from++) {
            for (int length = Math.min(LONGEST, text.size() - from); length > 0; length--) {
                found.addAll(byPhrase.getOrDefault(phrase(text, from, length), List.of()));
            }
        }
        return found;
    }

    /** {@code text} with each phrase or word that has a concept replaced by it, and other words by their stems. */
    List<String> gist(List<String> text) {
        PorterStemmer stemmer = new PorterStemmer();
        List<String> gist = new ArrayList<>();
        for (int at = 0; at < text.size(); ) {
            int length = longestAt(text, at);
            if (length > 0)
                gist.add(byPhrase.getOrDefault(phrase(text, at, length), List.of("?"))
                        .get(0));
            else gist.add(stemmer.stem(text.get(at)));
            at += Math.max(1, length);
        }
        return gist;
    }

    private int longestAt(List<String> text, int at) {
        int length = Math.min(LONGEST, text.size() - at);
        while (length > 0 && !byPhrase.containsKey(phrase(text, at, length))) length--;
        return length;
    }

    private static String phrase(List<String> text, int from, int length) {
        return length == 1 ? text.get(from) : String.join(" ", text.subList(from, from + length));
    }
}
