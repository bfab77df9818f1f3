package outfitter.recommender.evaluation;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.ZipException;

/**
 * Session files: one session a line, item ids oldest first, sessions oldest first; a test line is a prefix, a bar, and the
 * next item. Ids are any words; spaces, tabs or commas lie between. Blank lines are passed over.
 */
final class Sessions {
    private static final String BETWEEN = " \t,";
    private static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** A beginning and what came next, {@value #UNKNOWN} for items that training does not know. */
    static final class Prefix {
        private final int[] items;
        private final int next;

        Prefix(int[] items, int next) {
            this.items = items;
            this.next = next;
        }

        int[] items() {
            return items;
        }

        int next() {
            return next;
        }
    }

    int items() {
        return numbers.size();
    }

    /** The sessions of a file to train with; its items get their numbers. */
    List<int[]> train(Path file) throws IOException {
        List<int[]> sessions = new ArrayList<>();
        read(file, (text, line) -> {
            if (text.indexOf('|') >= 0) throw new BadInput(file, line, "a '|' belongs into the file of tests");
            sessions.add(numbersOf(text, true));
        });
        if (sessions.isEmpty())
            throw new BadInput(file, 1, "there is no session; expected item ids, one session a line");
        return sessions;
    }

    /** The prefixes of a test file. */
    List<Prefix> test(Path file) throws IOException {
        List<Prefix> prefixes = new ArrayList<>();
        read(file, (text, line) -> {
            int bar = text.indexOf('|');
            if (bar < 0 || bar != text.lastIndexOf('|')) {
                throw new BadInput(file, line, "expected item ids, one '|', and the id that came next");
            }
            int[] items = numbersOf(text.substring(0, bar), false);
            int[] next = numbersOf(text.substring(bar + 1), false);
            if (items.length == 0) throw new BadInput(file, line, "nothing before the '|'");
            if (next.length != 1) throw new BadInput(file, line, next.length + " items after the '|', not 1");
            prefixes.add(new Prefix(items, next[0]));
        });
        if (prefixes.isEmpty()) throw new BadInput(file, 1, "there is no prefix; expected lines like '12 7 | 9'");
        return prefixes;
    }

    @FunctionalInterface
    private interface Line {
        void take(String text, long line);
    }

    private static void read(Path file, Line taker) throws IOException {
        try (BufferedReader lines = DataFile.open(file)) {
            long number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) taker.take(text, number);
            }
        } catch (ZipException | EOFException broken) {
            throw DataFile.torn(file, broken);
        }
    }

    private int[] numbersOf(String text, boolean isNew) {
        StringTokenizer words = new StringTokenizer(text, BETWEEN);
        int[] items = new int[words.countTokens()];
        Arrays.setAll(items, i -> number(words.nextToken(), isNew));
        return items;
    }

    private int number(String id, boolean isNew) {
        if (isNew) return numbers.computeIfAbsent(id, added -> numbers.size());
        return numbers.getOrDefault(id, UNKNOWN);
    }
}
