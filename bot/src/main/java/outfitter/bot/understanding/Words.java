package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into lower-case words; marks left by masking ({@code _order_}) are words, and so are ? and !. */
final class Words {
    private static final Pattern WORD =
            Pattern.compile("_[a-z]+_|[\\p{L}][\\p{L}&-]*[\\p{L}]|\\p{L}|\\p{N}+|[?!]|'[a-z]+");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Map<String, String> CONTRACTED = Map.ofEntries(
            Map.entry("cannot", "can not"),
            Map.entry("cant", "can not"),
            Map.entry("dont", "do not"),
            Map.entry("doesnt", "does not"),
            Map.entry("didnt", "did not"),
            Map.entry("isnt", "is not"),
            Map.entry("wont", "will not"),
            Map.entry("hasnt", "has not"),
            Map.entry("havent", "have not"),
            Map.entry("wheres", "where 's"),
            Map.entry("whats", "what 's"),
            Map.entry("hows", "how 's"),
            Map.entry("im", "i 'm"),
            Map.entry("ive", "i 've"),
            Map.entry("u", "you"),
            Map.entry("r", "are"),
            Map.entry("ur", "your"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"),
            Map.entry("wanna", "want to"),
            Map.entry("gotta", "got to"),
            Map.entry("gonna", "going to"));

    private Words() {}

    static List<String> of(String text) {
        String plain =
                NOT.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" not");
        plain = plain.replace("ca not", "can not").replace("wo not", "will not");
        List<String> words = new ArrayList<>();
        for (Matcher found = WORD.matcher(plain); found.find(); ) add(words, found.group());
        return words;
    }

    private static void add(List<String> words, String word) {
        if (Character.isDigit(word.charAt(0))) words.add("_number_");
        else words.addAll(List.of(CONTRACTED.getOrDefault(word, word).split(" ", -1)));
    }

    /** Whether {@code word} stands for itself, and is neither a mark nor punctuation. */
    static boolean isPlain(String word) {
        return Character.isLetter(word.charAt(0));
    }
}
