package outfitter.bot.understanding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts texts and names into words as names are compared: lower case, without accents, in the singular. */
final class NameWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 30;

    private NameWords() {}

    /** A word of a text, and where it stands. */
    record Word(String plain, int start, int end) {}

    /** At most {@code most} words of {@code text}. */
    static List<Word> of(String text, int most) {
        List<Word> words = new ArrayList<>();
        List<Token> tokens = Token.in(text);
        for (int at = 0; at < tokens.size() && words.size() < most; at++) {
            Token first = tokens.get(at);
            if (!first.isWord() && !first.isNumber()) continue;
            if (first.isWord() && hasEnding(tokens, at)) at += 2;
            Token word = Token.of(text, first.start(), tokens.get(at).end());
            if (word.text().length() <= LONGEST) words.add(new Word(plain(word.text()), word.start(), word.end()));
        }
        return words;
    }

    /** Whether an apostrophe and letters stand right behind, as in "fleetfox's". */
    private static boolean hasEnding(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size()) return false;
        Token apostrophe = tokens.get(at + 1);
        Token ending = tokens.get(at + 2);
        return (apostrophe.text().equals("'") || apostrophe.text().equals("’"))
                && apostrophe.follows(tokens.get(at))
                && ending.isWord()
                && ending.follows(apostrophe);
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
