package outfitter.models.shop;

import java.util.Arrays;

/**
 * How far two spellings are apart: insertions, deletions, substitutions and swaps of neighbours (optimal string
 * alignment; Damerau 1964).
 */
final class Misspelling {
    private Misspelling() {}

    /** How many slips a word of this length may hide. */
    static int forgiven(int length) {
        return length < 3 ? 0 : length < 7 ? 1 : 2;
    }

    /** The distance, or {@code most + 1} as soon as it is known to be larger than {@code most}. */
    static int distance(String left, String right, int most) {
        if (Math.abs(left.length() - right.length()) > most) return most + 1;
        int width = right.length() + 1;
        int[] before = new int[width];
        int[] above = new int[width];
        int[] row = new int[width];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j < width; j++) {
                row[j] = cheapest(left, right, i, j, before, above, row);
                best = Math.min(best, row[j]);
            }
            if (best > most) return most + 1;
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[right.length()];
    }

    private static int cheapest(String left, String right, int i, int j, int[] before, int[] above, int[] row) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int cost = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(cost, before[j - 2] + 1) : cost;
    }
}
