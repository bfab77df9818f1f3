package outfitter.bot.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import outfitter.bot.understanding.Utterance;
import outfitter.models.conversation.EntryBody.Reading;

class ExamTest {
    private static final List<Utterance> HELD_OUT = List.of(
            new Utterance("where is it", "order-status"),
            new Utterance("is it here", "stock"),
            new Utterance("got it in 43", "stock"),
            new Utterance("sing me a song", "none"));

    @Test
    void aModelIsJudgedByWhatItReadsAndHowSureItIs() {
        Figures figures = new Exam(HELD_OUT, List.of(new Utterance("hey", "greeting")))
                .of(text -> List.of(new Reading(text.contains("sing") ? "none" : "stock", 0.8)), share -> {});

        assertThat(figures.accuracy()).isCloseTo(0.6667, within(1e-9));
        assertThat(figures.unknownRecall()).isEqualTo(1);
        assertThat(figures.calibrationError()).isCloseTo(0.05, within(1e-9));
        assertThat(figures.lessons()).isEqualTo(1);
        assertThat(figures.lessonsRight()).isEqualTo(0);
        assertThat(figures.confused())
                .containsExactly(
                        new Figures.Confusion("order-status", "stock", 1, List.of("where is it")),
                        new Figures.Confusion("greeting", "stock", 1, List.of("hey")));
    }
}
