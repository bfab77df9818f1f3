package outfitter.bot.understanding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outfitter.bot.understanding.evaluation.LabelledFile.Labelled;

/** Labels that nobody taught are named, so that a figure they spoil is not taken for the model's. */
final class StrangersTest {
    private static final Path FILE = Path.of("test.csv");
    private static final Set<String> TAUGHT = Set.of("greet", "bye");

    private static LabelledFile labelled(String... intents) {
        return new LabelledFile(
                FILE,
                Stream.of(intents)
                        .map(intent -> new Labelled("a text", intent, FILE, 2))
                        .toList());
    }

    @Test
    void nothingIsSaidOfWhatWasTaughtOrIsLabelledUnknown() {
        assertThat(Strangers.in(labelled("greet", "bye", "oos"), TAUGHT, "oos")).isEmpty();
    }

    @Test
    void theFirstOfThemAreNamedWithTheirTexts() {
        assertThat(Strangers.in(labelled("greet", "f", "e", "d", "c", "b", "a", "a"), TAUGHT, "oos"))
                .contains(
                        "test.csv: 7 texts are of intents that were never taught, and count as wrong: a, b, c, d, e and 1 more");
    }

    @Test
    void aLabelThatOthersCallTheUnknownByIsAHint() {
        assertThat(Strangers.in(labelled("bye", "OOS"), TAUGHT, "\0").orElseThrow())
                .endsWith("count as wrong: OOS; if they mean none of the intents, say --unknown OOS");
    }
}
