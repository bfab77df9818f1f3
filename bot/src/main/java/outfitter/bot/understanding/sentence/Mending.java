package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a word that nobody knows as the known one it is nearest to: one slip (a letter dropped, added, changed, or two
 * swapped) in words of four letters or more, two from six, three from ten, a
 * neighbour on the keyboard counting little more than half; of equally near ones the most frequent. Known
 * is what training used, and what the embedding has as a whole word. Immutable, and shared between threads.
 */
final class Mending {
    private static final int SHORTEST = 4;
    private static final int MIDDLE = 6;
    private static final int LONG = 10;
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final double NEIGHBOUR = 0.6;
    private static final int[] AROUND = around();
    private static final Pattern WORD = Pattern.compile("\\p{L}{" + SHORTEST + ",30}");

    private final Ngrams ngrams;
    private final WordPieces pieces;
    private final Map<Integer, List<Known>> byLength = new HashMap<>();

    /** @param letters which of a to z are in it, a bit each */
    private record Known(String word, float rarity, int letters) {}

    Mending(Ngrams ngrams, WordPieces pieces) {
        this.ngrams = ngrams;
        this.pieces = pieces;
        ngrams.rarities().forEach((ngram, rarity) -> {
            String word = ngram.substring(1);
            if (ngram.charAt(0) == 'w' && WORD.matcher(word).matches()) {
                byLength.computeIfAbsent(word.length(), none -> new ArrayList<>())
                        .add(new Known(word, rarity, letters(word)));
            }
        });
    }

    boolean knows(String word) {
        return ngrams.knows(word) || (word.length() > 1 && pieces.knows(word));
    }

    /** {@code text} with the words in it mended. */
    String mend(String text) {
        return WORD.matcher(text).replaceAll(found -> {
            String word = found.group().toLowerCase(Locale.ROOT);
            return knows(word) ? found.group() : nearest(word);
        });
    }

    private String nearest(String word) {
        double most = word.length() >= LONG ? 3 : word.length() >= MIDDLE ? 2 : word.length() > SHORTEST ? 1.3 : 1;
        String best = word;
        double least = most + 0.2;
        int apart = (int) most;
        int letters = letters(word);
        for (int length = word.length() - apart; length <= word.length() + apart; length++) {
            for (Known each : byLength.getOrDefault(length, List.of())) {
                // Two words so many slips apart differ in twice as many letters at most.
                if (Integer.bitCount(letters ^ each.letters()) > 2 * most / NEIGHBOUR) continue;
                // A slip weighs more than any difference in rarity.
                double far = slips(word, each.word(), Math.min(most, least)) + each.rarity() / 100;
                if (far < least) {
                    least = far;
                    best = each.word();
                }
            }
        }
        return best;
    }

    /** Optimal string alignment distance, a neighbour's key counting less; anything above {@code most} when it is so. */
    private static double slips(String one, String other, double most) {
        double[] before = new double[other.length() + 1];
        double[] last = new double[other.length() + 1];
        double[] now = new double[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) last[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            double row = i;
            char typed = one.charAt(i - 1);
            for (int j = 1; j <= other.length(); j++) {
                char meant = other.charAt(j - 1);
                now[j] = Math.min(last[j - 1] + changed(typed, meant), 1 + Math.min(last[j], now[j - 1]));
                if (i > 1 && j > 1 && typed == other.charAt(j - 2) && one.charAt(i - 2) == meant) {
                    now[j] = Math.min(now[j], 1 + before[j - 2]);
                }
                row = Math.min(row, now[j]);
            }
            if (row > most) return most + 1;
            double[] held = before;
            before = last;
            last = now;
            now = held;
        }
        return last[other.length()];
    }

    private static double changed(char typed, char meant) {
        if (typed == meant) return 0;
        return areNeighbours(typed, meant) ? NEIGHBOUR : 1;
    }

    private static boolean areNeighbours(char one, char other) {
        boolean plain = one >= 'a' && one <= 'z' && other >= 'a' && other <= 'z';
        return plain && (AROUND[one - 'a'] & 1 << (other - 'a')) != 0;
    }

    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if (each >= 'a' && each <= 'z') letters |= 1 << (each - 'a');
        }
        return letters;
    }

    /** For each letter those around it on the keyboard, a bit each. */
    private static int[] around() {
        int[] around = new int[26];
        for (int row = 0; row < KEYS.length; row++) {
            for (int at = 0; at < KEYS[row].length(); at++) {
                for (int near = Math.max(0, row - 1); near <= Math.min(KEYS.length - 1, row + 1); near++) {
                    String keys = KEYS[near].substring(
                            Math.min(KEYS[near].length(), Math.max(0, at - 1)), Math.min(KEYS[near].length(), at + 2));
                    around[KEYS[row].charAt(at) - 'a'] |= letters(keys);
                }
            }
        }
        return around;
    }
}
