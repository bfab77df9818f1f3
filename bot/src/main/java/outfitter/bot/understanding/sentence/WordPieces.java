package outfitter.bot.understanding.sentence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the numbered pieces of words that a BERT model was trained on: lower case, without accents, each
 * punctuation mark by itself, then from each word the longest known piece again and again. Written here, because the usual
 * library brings 60 MB of native code, unpacks it into the home directory, and may ask the network. A test compares the
 * two. Immutable, and shared between threads.
 *
 * <p>Source: Devlin et al., BERT (2019), {@code tokenization.py}.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> numbers;
    private final int unknown;
    private final int start;
    private final int end;

    WordPieces(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
        this.unknown = number("[UNK]");
        this.start = number("[CLS]");
        this.end = number("[SEP]");
    }

    /** Reads the vocabulary out of a {@code tokenizer.json}. */
    static WordPieces read(InputStream json) throws IOException {
        Map<String, Integer> numbers = new HashMap<>(1 << 16);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && "vocab".equals(parser.currentName())) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String piece = parser.currentName();
                        numbers.put(piece, parser.nextIntValue(-1));
                    }
                    return new WordPieces(numbers);
                }
            }
        }
        throw new IOException("no vocabulary");
    }

    private int number(String special) {
        Integer number = numbers.get(special);
        if (number == null) throw new IllegalArgumentException("no " + special + " in the vocabulary");
        return number;
    }

    /** Whether {@code word}, in lower case, is a piece by itself, as most usual words are. */
    boolean knows(String word) {
        return numbers.containsKey(word);
    }

    /** The numbers of all pieces between the marks of start and end; of a longer text the first {@code most}. */
    int[] of(String text, int most) {
        int[] found = new int[most];
        found[0] = start;
        int at = 1;
        for (String word : words(text)) {
            if (word.isEmpty()) continue;
            at = pieces(word, found, at, most - 1);
            if (at == most - 1) break;
        }
        found[at] = end;
        return Arrays.copyOf(found, at + 1);
    }

    private int pieces(String word, int[] found, int from, int most) {
        int at = from;
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            if (at < most) found[at++] = unknown;
            return at;
        }
        for (int begin = 0; begin < word.length() && at < most; ) {
            int stop = word.length();
            Integer number = null;
            for (; stop > begin && number == null; stop--) {
                String piece = word.substring(begin, stop);
                number = numbers.get(begin == 0 ? piece : INSIDE + piece);
                if (number != null) break;
            }
            if (number == null) {
                found[from] = unknown;
                return from + 1;
            }
            found[at++] = number;
            begin = stop;
        }
        return at;
    }

    private static String[] words(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isSpace(c)) clean.append(' ');
            else if (isIdeograph(c)) clean.append(' ').appendCodePoint(c).append(' ');
            else if (!isControl(c)) clean.appendCodePoint(c);
        });
        String apart = Normalizer.normalize(clean, Normalizer.Form.NFD);
        StringBuilder cut = new StringBuilder(apart.length() + 16);
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    if (isPunctuation(c)) cut.append(' ').appendCodePoint(c).append(' ');
                    else cut.appendCodePoint(c);
                });
        return cut.toString().toLowerCase(Locale.ROOT).split(" ", -1);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isIdeograph(int c) {
        return between(c, 0x4E00, 0x9FFF)
                || between(c, 0x3400, 0x4DBF)
                || between(c, 0x20000, 0x2CEAF)
                || between(c, 0xF900, 0xFAFF)
                || between(c, 0x2F800, 0x2FA1F);
    }

    private static boolean between(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
