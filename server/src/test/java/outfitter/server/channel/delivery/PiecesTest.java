package outfitter.server.channel.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outfitter.server.channel.service.Carries;
import outfitter.server.channel.service.Cuts;
import outfitter.server.channel.service.Piece;

class PiecesTest {
    private static final Carries SERVICE = new Carries(400, 100, 3, 20, 10, 24, 200);

    @Test
    void fewBriefAnswersAreButtonsMoreAreAListAndTooManyAreWords() {
        assertThat(forms(List.of("Yes", "No"))).containsExactly(Piece.Form.BUTTONS);
        assertThat(forms(List.of("A rather long answer here", "No"))).containsExactly(Piece.Form.CHOICES);
        assertThat(forms(answers(10))).containsExactly(Piece.Form.CHOICES);
        assertThat(forms(answers(11))).containsExactly(Piece.Form.TEXT);
        assertThat(Pieces.of(new Reply("Which?", answers(11), List.of()), SERVICE)
                        .get(0)
                        .text())
                .contains("• answer 0")
                .contains("• answer 10");
    }

    @Test
    void aLongTextComesBeforeItsButtons() {
        List<Piece> pieces = Pieces.of(new Reply("A sentence. ".repeat(60), List.of("Yes"), List.of()), SERVICE);

        assertThat(pieces.get(pieces.size() - 1).form()).isEqualTo(Piece.Form.BUTTONS);
        assertThat(pieces.get(pieces.size() - 1).text().length()).isLessThanOrEqualTo(100);
        assertThat(pieces).allMatch(piece -> piece.text().length() <= 400);
    }

    @Test
    void aProductWithAPhotographIsAPictureAndOneWithoutIsWords() {
        Reply.Shown boots = new Reply.Shown("Boots", "£99.00", "dry feet", "https://s/p/boots", "https://s/boots.jpg");
        Reply.Shown socks = new Reply.Shown("Socks", "£9.00", null, "https://s/p/socks", null);

        List<Piece> pieces = Pieces.of(new Reply("These:", List.of(), List.of(boots, socks)), SERVICE);

        assertThat(pieces)
                .extracting(Piece::form, Piece::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Piece.Form.TEXT, "These:"),
                        org.assertj.core.groups.Tuple.tuple(
                                Piece.Form.PICTURE, "Boots · £99.00\ndry feet\nhttps://s/p/boots"),
                        org.assertj.core.groups.Tuple.tuple(Piece.Form.TEXT, "Socks · £9.00\nhttps://s/p/socks"));
    }

    @Test
    void aCutLosesNothingButBlanks() {
        Random random = new Random(7);
        String[] words = {"boots", "naïve", "👩‍👩‍👧", "x".repeat(90), "wet.", "Why?", "\n\n", "日本語です。", "a"};
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            IntStream.range(0, random.nextInt(120))
                    .forEach(i ->
                            text.append(words[random.nextInt(words.length)]).append(' '));

            List<String> parts = Cuts.of(text.toString(), 40);

            assertThat(parts).allMatch(part -> !part.isEmpty() && part.length() <= 40);
            assertThat(String.join("", parts).replaceAll("\\s", ""))
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        }
    }

    private static List<Piece.Form> forms(List<String> answers) {
        return Pieces.of(new Reply("Which?", answers, List.of()), SERVICE).stream()
                .map(Piece::form)
                .toList();
    }

    private static List<String> answers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "answer " + n).toList();
    }
}
