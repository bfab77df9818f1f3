package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * A piece of a text as OpenNLP's SimpleTokenizer cuts it: a run of letters, of digits, or of one sign. Its learned tokenizer
 * is not used: it leaves "anymore,cancel" and "pls.and" in one, as customers write, and takes thirty times as long.
 *
 * @param start where it begins in the text, in {@code char}s
 * @param end where it ends, exclusive
 */
record Token(String text, int start, int end) {

    /** All of {@code text} but its blanks; an accent that stands by itself belongs to its letter. */
    static List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        for (Span span : SimpleTokenizer.INSTANCE.tokenizePos(text)) {
            Token next = of(text, span.getStart(), span.getEnd());
            Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            boolean accented = last != null
                    && next.follows(last)
                    && last.isWord()
                    && (next.isAccent() || (next.isWord() && isAccent(last.lastSign())));
            if (last != null && accented) tokens.set(tokens.size() - 1, of(text, last.start(), next.end()));
            else tokens.add(next);
        }
        return tokens;
    }

    /** That of {@code text} between two places. */
    static Token of(String text, int start, int end) {
        return new Token(text.substring(start, end), start, end);
    }

    boolean isWord() {
        return Character.isLetter(text.charAt(0));
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** Whether nothing stands between {@code before} and this one. */
    boolean follows(Token before) {
        return before.end == start;
    }

    char lastSign() {
        return text.charAt(text.length() - 1);
    }

    private boolean isAccent() {
        return text.chars().allMatch(Token::isAccent);
    }

    private static boolean isAccent(int sign) {
        int type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
