package outfitter.bot.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts texts and names into words as names are compared: lower case, without accents, in the singular. */
final class NameWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)?|\\p{N}+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 30;

    private NameWords() {}

    /** A word of a text, and where it stands. */
    record Word(String plain, int start, int end) {}

    /** At most {@code most} words of {@code text}. */
    static List<Word> of(String text, int most) {
        List<Word> words = new ArrayList<>();
        Matcher found = WORD.matcher(text);
        while (words.size() < most && found.find()) {
            if (found.end() - found.start() <= LONGEST) {
                words.add(new Word(plain(found.group()), found.start(), found.end()));
            }
        }
        return words;
    }

    static List<String> plain(String text, int most) {
        return of(text, most).stream().map(Word::plain).toList();
    }

    private static String plain(String word) {
        String bare = word.replace('’', '\'').replaceAll("'.*$", "");
        String lower = isAscii(bare)
                ? bare.toLowerCase(Locale.ROOT)
                : MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        return singular(lower);
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(each -> each < 128);
    }

    /** Rough, and the same for names and texts: 'batteries' and 'battery', 'pouches' and 'pouch' become one. */
    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) return word.substring(0, length - 3) + "y";
        if (length > 4
                && (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses"))) {
            return word.substring(0, length - 2);
        }
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss")) return word.substring(0, length - 1);
        return word;
    }
}
