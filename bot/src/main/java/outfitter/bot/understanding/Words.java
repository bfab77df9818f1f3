package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lower-case words of a text, joined again where {@link Token} cuts what is one word: marks left by masking
 * ({@code _order_}), "t-shirt", "'s". Each ? and ! is a word too.
 */
final class Words {
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
        List<Token> tokens = Token.in(plain);
        for (int at = 0; at < tokens.size(); ) at = add(words, tokens, at);
        return words;
    }

    /** Adds the word at {@code at} and tells where the next may begin. */
    private static int add(List<String> words, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (token.isNumber()) words.add("_number_");
        else if (token.isWord()) return addWord(words, tokens, at);
        else if (isMark(tokens, at)) {
            words.add("_" + tokens.get(at + 1).text() + "_");
            return at + 3;
        } else if (token.lastSign() == '\'' && isWordBehind(tokens, at)) {
            words.add("'" + tokens.get(at + 1).text());
            return at + 2;
        } else if (token.text().charAt(0) == '?' || token.text().charAt(0) == '!') {
            token.text().chars().forEach(sign -> words.add(String.valueOf((char) sign)));
        }
        return at + 1;
    }

    private static int addWord(List<String> words, List<Token> tokens, int at) {
        StringBuilder word = new StringBuilder(tokens.get(at).text());
        int last = at;
        while (isWordBehind(tokens, last) || (isJoint(tokens, last) && isWordBehind(tokens, last + 1))) {
            last++;
            word.append(tokens.get(last).text());
        }
        words.addAll(List.of(
                CONTRACTED.getOrDefault(word.toString(), word.toString()).split(" ", -1)));
        return last + 1;
    }

    private static boolean isMark(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && tokens.get(at).lastSign() == '_'
                && tokens.get(at + 2).text().charAt(0) == '_'
                && isWordBehind(tokens, at)
                && tokens.get(at + 2).follows(tokens.get(at + 1));
    }

    private static boolean isWordBehind(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at + 1).isWord()
                && tokens.get(at + 1).follows(tokens.get(at));
    }

    /** Whether a hyphen or an ampersand stands right behind. */
    private static boolean isJoint(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size() || !tokens.get(at + 1).follows(tokens.get(at))) return false;
        char sign = tokens.get(at + 1).text().charAt(0);
        return sign == '-' || sign == '&';
    }

    /** Whether {@code word} stands for itself, and is neither a mark nor punctuation. */
    static boolean isPlain(String word) {
        return Character.isLetter(word.charAt(0));
    }
}
