package outfitter.models.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as search compares it: lower case, without accents, in the singular. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> PASSED_OVER = read("/shop/passed-over.en.txt");
    private static final int LONGEST = 40;

    private Words() {}

    /** Every word of {@code text}, in order. */
    static List<String> of(String text) {
        return BETWEEN.splitAsStream(plain(text))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .map(Words::singular)
                .toList();
    }

    /** The words that say what is looked for. */
    static List<String> telling(String text) {
        return BETWEEN.splitAsStream(plain(text))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST && !PASSED_OVER.contains(word))
                .map(Words::singular)
                .toList();
    }

    private static String plain(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
        String lower = MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
        return APOSTROPHES.matcher(lower).replaceAll("");
    }

    /** Rough, and the same for index and query, which is all that matters: 'batteries' and 'battery' become one. */
    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) return word.substring(0, length - 3) + "y";
        if (length > 4 && word.matches(".*(s|x|z|ch|sh)es")) return word.substring(0, length - 2);
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss")) return word.substring(0, length - 1);
        return word;
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing " + resource);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
