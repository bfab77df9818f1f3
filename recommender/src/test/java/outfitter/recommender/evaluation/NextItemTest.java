package outfitter.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextItemTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void findsWhatAlwaysComesNext() throws IOException {
        Path train = file("train", chains(2000, new Random(1), false));
        Path test = file("test", chains(200, new Random(2), true));

        NextItem.Figures figures = NextItem.run(train, test, news -> {});

        assertThat(figures.hr20()).isGreaterThan(0.95);
        assertThat(figures.mrr20()).isBetween(0.5, 1.0);
        assertThat(figures.hr10()).isLessThanOrEqualTo(figures.hr20());
        assertThat(figures.popularityHr20()).isLessThan(0.5);
        assertThat(figures.prefixes()).isEqualTo(200);
    }

    @Test
    void sessionsOfOneItemAndUnknownItemsAreNoTrouble() throws IOException {
        Path train = file("train", "a\nb\n\nb,c\na\tb c\n");
        Path test = file("test", "nobody-knows | a\na | nobody-knows\na b | c\n");

        NextItem.Figures figures = NextItem.run(train, test, news -> {});

        assertThat(figures.prefixes()).isEqualTo(3);
        assertThat(figures.hr20()).isBetween(0.3, 0.7);
        assertThat(figures.blended()).isFalse();
    }

    @Test
    void theMarkThatSomeProgramsBeginAFileWithIsNoPartOfAnItem() throws IOException {
        Path train = file("train", "\uFEFFa b\na b\na b\nc d\n");
        Path test = file("test", "\uFEFFa | b\n");

        assertThat(NextItem.run(train, test, news -> {}).items()).isEqualTo(4);
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        Path good = file("good", "1 2\n");
        Path empty = file("empty", "");
        Path noBar = file("no-bar", "1 2 | 3\n1 2 3\n");
        Path twoNext = file("two-next", "1 | 2 3\n");
        Path nothingBefore = file("nothing-before", "| 3\n");
        Path cutGzip = folder.resolve("cut.gz");
        Files.write(cutGzip, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

        assertRefused(empty, good, empty + ", line 1: there is no session");
        assertRefused(good, empty, empty + ", line 1: there is no prefix");
        assertRefused(good, noBar, noBar + ", line 2: expected item ids, one '|'");
        assertRefused(good, twoNext, twoNext + ", line 1: 2 items after the '|'");
        assertRefused(good, nothingBefore, nothingBefore + ", line 1: nothing before the '|'");
        assertRefused(noBar, good, noBar + ", line 1: a '|' belongs into the file of tests");
        assertRefused(cutGzip, good, cutGzip + ": is packed and cannot be unpacked");
        assertRefused(folder.resolve("missing"), good, "there is no such file");
    }

    private static void assertRefused(Path train, Path test, String message) {
        assertThatThrownBy(() -> NextItem.run(train, test, news -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Somewhere in a ring of three hundred items, and always on to the next. */
    private static String chains(int count, Random random, boolean asked) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(300);
            int length = 2 + random.nextInt(3);
            for (int step = 0; step < length; step++)
                text.append((from + step) % 300).append(' ');
            if (asked) text.append("| ").append((from + length) % 300);
            text.append('\n');
        }
        return text.toString();
    }
}
