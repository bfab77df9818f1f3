package outfitter.server.channel;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts replies into what a service carries: pure. Nothing is left out but blanks around a cut. */
final class Pieces {
    private Pieces() {}

    static List<Piece> of(Reply reply, Carries carries) {
        List<Piece> pieces = new ArrayList<>();
        Piece.Form form = form(reply.buttons(), carries);
        if (form == Piece.Form.TEXT) {
            cut(listed(reply), carries.text()).forEach(part -> pieces.add(Piece.text(part)));
        } else {
            offer(reply, form, carries, pieces);
        }
        show(reply.products(), carries, pieces);
        return pieces;
    }

    private static Piece.Form form(List<String> buttons, Carries carries) {
        if (buttons.isEmpty()) return Piece.Form.TEXT;
        boolean brief = buttons.stream().allMatch(title -> title.length() <= carries.buttonTitle());
        if (buttons.size() <= carries.buttons() && brief) return Piece.Form.BUTTONS;
        long distinct = buttons.stream()
                .map(title -> Titles.shorten(title, carries.choiceTitle()))
                .distinct()
                .count();
        boolean fits = buttons.size() <= carries.choices() && distinct == buttons.size();
        return fits ? Piece.Form.CHOICES : Piece.Form.TEXT;
    }

    private static void offer(Reply reply, Piece.Form form, Carries carries, List<Piece> pieces) {
        List<String> parts = new ArrayList<>(cut(reply.text(), carries.text()));
        if (parts.isEmpty()) parts.add("…");
        String last = parts.remove(parts.size() - 1);
        List<String> above = cut(last, carries.offer());
        parts.addAll(above.subList(0, above.size() - 1));
        parts.forEach(part -> pieces.add(Piece.text(part)));
        pieces.add(new Piece(form, above.get(above.size() - 1), reply.buttons(), null));
    }

    /** Where nothing can be pressed, the answers stand beneath the text, to be written. */
    private static String listed(Reply reply) {
        StringBuilder text = new StringBuilder(reply.text());
        reply.buttons()
                .forEach(title ->
                        text.append(text.isEmpty() ? "" : "\n").append("• ").append(title));
        return text.toString();
    }

    private static void show(List<Reply.Shown> products, Carries carries, List<Piece> pieces) {
        StringBuilder inWords = new StringBuilder();
        for (Reply.Shown product : products) {
            String words = product.words();
            if (product.picture() != null && words.length() <= carries.caption()) {
                pieces.add(new Piece(Piece.Form.PICTURE, words, List.of(), product.picture()));
            } else {
                inWords.append(inWords.isEmpty() ? "" : "\n\n").append(words);
            }
        }
        cut(inWords.toString(), carries.text()).forEach(part -> pieces.add(Piece.text(part)));
    }

    /** {@code text} in parts of at most {@code longest} characters: between paragraphs, sentences, words, or anywhere. */
    static List<String> cut(String text, int longest) {
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
