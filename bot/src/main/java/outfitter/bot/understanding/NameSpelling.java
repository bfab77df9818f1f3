package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the known words that a mistyped one is near to: one slip from four letters on, two from eight. The first letter is
 * taken to be right, which is what keeps it fast. Immutable.
 */
final class NameSpelling {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final Map<Integer, List<String>> byStart = new HashMap<>();

    NameSpelling(Collection<String> known) {
        known.stream()
                .filter(word -> word.length() >= SHORTEST && Character.isLetter(word.charAt(0)))
                .sorted()
                .forEach(word -> byStart.computeIfAbsent(key(word.charAt(0), word.length()), none -> new ArrayList<>())
                        .add(word));
    }

    private static int key(char first, int length) {
        return first * 64 + length;
    }

    /** The nearest known words, none for a word that is near to nothing. */
    List<String> near(String word) {
        return near(word, word.length() >= LONG ? 2 : 1);
    }

    /** The same for at most {@code most} slips. */
    List<String> near(String word, int most) {
        int length = word.length();
        if (length < SHORTEST || !Character.isLetter(word.charAt(0))) return List.of();
        List<String> nearest = new ArrayList<>();
        int best = most;
        for (int other = length - most; other <= length + most; other++) {
            for (String known : byStart.getOrDefault(key(word.charAt(0), other), List.of())) {
                int slips = distance(word, known, best);
                if (slips > best) continue;
                if (slips < best) nearest.clear();
                best = slips;
                nearest.add(known);
            }
        }
        return nearest;
    }

    /** Optimal string alignment distance, or more than {@code most} as soon as that is known. */
    private static int distance(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + changed, 1 + Math.min(above[j], row[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) row[j] = Math.min(row[j], 1 + before[j - 2]);
                least = Math.min(least, row[j]);
            }
            if (least > most) return most + 1;
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
