package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a mistyped word as the known word it is nearest to: one slip (a letter dropped, added, changed, or two swapped) in
 * words of four letters or more, two from eight. Immutable.
 */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final Set<String> known;
    private final Map<Integer, List<String>> byLength = new HashMap<>();

    Spelling(Set<String> known) {
        this.known = Set.copyOf(known);
        this.known.stream()
                .filter(word -> Words.isPlain(word) && word.length() >= SHORTEST)
                .sorted()
                .forEach(word -> byLength.computeIfAbsent(word.length(), none -> new ArrayList<>())
                        .add(word));
    }

    Set<String> words() {
        return known;
    }

    boolean knows(String word) {
        return !Words.isPlain(word) || known.contains(word);
    }

    /** The known word that was probably meant; {@code word} itself when known or when nothing is near. */
    String mend(String word) {
        if (knows(word) || word.length() < SHORTEST) return word;
        int slips = word.length() >= LONG ? 2 : 1;
        List<String> near = new ArrayList<>();
        for (int length = word.length() - slips; length <= word.length() + slips; length++) {
            near.addAll(byLength.getOrDefault(length, List.of()));
        }
        return near.stream()
                .filter(other -> other.charAt(0) == word.charAt(0) || word.length() > SHORTEST)
                .map(other -> new Candidate(other, distance(word, other)))
                .filter(candidate -> candidate.slips <= slips)
                .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
                .map(Candidate::word)
                .orElse(word);
    }

    private record Candidate(String word, int slips) {}

    /** Optimal string alignment distance. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
            }
        }
        return d[a.length()][b.length()];
    }
}
