package outfitter.server.channel.delivery;

import java.util.ArrayList;
import java.util.List;
import outfitter.server.channel.service.Carries;
import outfitter.server.channel.service.Cuts;
import outfitter.server.channel.service.Piece;
import outfitter.server.channel.service.Titles;

/** Cuts replies into what a service carries: pure. Nothing is left out but blanks around a cut. */
final class Pieces {
    private Pieces() {}

    static List<Piece> of(Reply reply, Carries carries) {
        List<Piece> pieces = new ArrayList<>();
        Piece.Form form = form(reply.buttons(), carries);
        if (form == Piece.Form.TEXT) {
            Cuts.of(listed(reply), carries.text()).forEach(part -> pieces.add(Piece.text(part)));
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
        List<String> parts = new ArrayList<>(Cuts.of(reply.text(), carries.text()));
        if (parts.isEmpty()) parts.add("…");
        String last = parts.remove(parts.size() - 1);
        List<String> above = Cuts.of(last, carries.offer());
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
        Cuts.of(inWords.toString(), carries.text()).forEach(part -> pieces.add(Piece.text(part)));
    }
}
