package outfitter.models.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as search compares it: lower case, without accents and endings. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDING_IN_ING = Pattern.compile("(?=...).*[aeiou].*[^aeiou]ing");
    private static final Set<String> PASSED_OVER =
            Set.copyOf(Arrays.asList(read("/shop/passed-over.en.txt").strip().split("\\s+", -1)));
    private static final int LONGEST = 40;
    private static final Map<String, List<String>> SAME = same();

    private Words() {}

    /** Every word of {@code text}, in order and in the singular. */
    static List<String> of(String text) {
        return raw(text).map(Words::singular).toList();
    }

    /** The words that say what is looked for, in the singular. */
    static List<String> telling(String text) {
        return raw(text)
                .filter(word -> !PASSED_OVER.contains(word))
                .map(Words::singular)
                .toList();
    }

    /** Words that mean about the same as {@code stem}, as stems; often none. */
    static List<String> like(String stem) {
        return SAME.getOrDefault(stem, List.of());
    }

    private static Stream<String> raw(String text) {
        return BETWEEN.splitAsStream(plain(text)).filter(word -> !word.isEmpty() && word.length() <= LONGEST);
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

    /** A singular without its ending: 'hiking' and 'hike', 'running' and 'run' become one; 'string' stays as it is. */
    static String stem(String word) {
        if (ENDING_IN_ING.matcher(word).matches()) {
            String stem = word.substring(0, word.length() - 3);
            int last = stem.length() - 1;
            return last > 2 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
        }
        return word.length() > 3 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<String, List<String>> same() {
        return read("/shop/same-words.en.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> of(line).stream().map(Words::stem).toList())
                .collect(Collectors.toUnmodifiableMap(
                        words -> words.get(0), words -> words.subList(1, words.size()), (one, other) -> one));
    }

    private static String read(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
