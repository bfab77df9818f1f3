package outfitter.bot.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import outfitter.bot.understanding.Utterance;
import outfitter.models.language.Lesson;

class LessonsTest {
    private static final List<Lesson> MANY = IntStream.range(0, 1_000)
            .mapToObj(n -> new Lesson("message " + n, "stock", Instant.EPOCH))
            .toList();

    @Test
    void aFifthIsKeptBackAndNeverTaught() {
        Lessons lessons = Lessons.of(MANY, Set.of("stock"));

        assertThat(lessons.keptBack()).hasSizeBetween(160, 240);
        assertThat(lessons.taught())
                .hasSize(1_000 - lessons.keptBack().size())
                .doesNotContainAnyElementsOf(lessons.keptBack());
    }

    @Test
    void theSameFifthIsKeptBackHoweverManyThereAre() {
        List<Utterance> before =
                Lessons.of(MANY.subList(0, 500), Set.of("stock")).keptBack();

        assertThat(Lessons.of(MANY, Set.of("stock")).keptBack()).containsAll(before);
    }

    @Property(tries = 200)
    void writingItInOtherLettersChangesNothing(@ForAll String text) {
        assertThat(Lessons.isKeptBack(" " + text + " ")).isEqualTo(Lessons.isKeptBack(text));
    }

    @Test
    void whatMeansNothingThatCanBeToldApartTeachesNothing() {
        assertThat(Lessons.of(MANY, Set.of("order-status")).taught()).isEmpty();
    }
}
