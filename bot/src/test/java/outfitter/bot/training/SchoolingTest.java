package outfitter.bot.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.Utterance;
import outfitter.bot.understanding.Utterances;

/** Whole trainings over a few matters, and what the gate says of them. */
final class SchoolingTest {
    private static final List<String> INTENTS = List.of("greeting", "none", "order-status", "stores-and-hours");
    private static final Schooling SCHOOLING = new Schooling("en", INTENTS, Means.SENTENCES);

    @Test
    void aDozenHarmlessCorrectionsGoLive() {
        List<Utterance> lessons = Stream.of(
                        "",
                        "please ",
                        "hello ",
                        "so ",
                        "well ",
                        "ok ",
                        "say ",
                        "now ",
                        "tell me ",
                        "oh ",
                        "and ",
                        "hey ")
                .map(before -> new Utterance(before + "is the drawbridge down", "stores-and-hours"))
                .toList();

        Schooling.Candidate candidate = schooled(lessons);

        assertThat(candidate.verdict().passed())
                .as(candidate.verdict().sentence())
                .isTrue();
        assertThat(candidate
                        .language()
                        .read(List.of("is the drawbridge down today"))
                        .get(0)
                        .get(0)
                        .intent())
                .isEqualTo("stores-and-hours");
    }

    @Test
    void oneMatterCorrectedIntoAnotherStaysOut() {
        List<Utterance> wrong = Utterances.read("en", List.of("stores-and-hours")).stream()
                .map(each -> new Utterance(each.text(), "order-status"))
                .toList();

        assertThat(schooled(wrong).verdict().passed()).isFalse();
    }

    @Test
    void correctionsByChanceStayOut() {
        List<Utterance> usual = new ArrayList<>(Utterances.read("en", INTENTS));
        Random dice = new Random(4);
        Collections.shuffle(usual, dice);
        List<Utterance> wrong = usual.stream()
                .limit(usual.size() / 2)
                .map(each -> new Utterance(each.text(), INTENTS.get(dice.nextInt(INTENTS.size()))))
                .toList();

        assertThat(schooled(wrong).verdict().passed()).isFalse();
    }

    private static Schooling.Candidate schooled(List<Utterance> lessons) {
        return SCHOOLING.candidate(SCHOOLING.shipped(), new Lessons(lessons, List.of()), (stage, share) -> {});
    }
}
