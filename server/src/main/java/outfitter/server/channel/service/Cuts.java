package outfitter.server.channel.service;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text that is longer than something carries: pure. */
public final class Cuts {
    private Cuts() {}

    /**
     * {@code text} in parts of at most {@code longest} characters: between paragraphs, sentences, words, or anywhere. Nothing
     * is left out but blanks around a cut; blank text has no parts.
     */
    public static List<String> of(String text, int longest) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > longest) {
            int end = end(rest, longest);
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) parts.add(rest);
        return parts;
    }

    private static int end(String text, int longest) {
        int paragraph = text.lastIndexOf("\n\n", longest);
        if (paragraph > longest / 2) return paragraph;
        int sentence = last(BreakIterator.getSentenceInstance(Locale.ROOT), text, longest);
        if (sentence > longest / 3) return sentence;
        int word = last(BreakIterator.getLineInstance(Locale.ROOT), text, longest);
        if (word > 0) return word;
        int character = last(BreakIterator.getCharacterInstance(Locale.ROOT), text, longest);
        return character > 0 ? character : longest;
    }

    private static int last(BreakIterator breaks, String text, int longest) {
        breaks.setText(text);
        int at = breaks.preceding(Math.min(text.length(), longest + 1));
        return at == BreakIterator.DONE ? 0 : at;
    }
}
