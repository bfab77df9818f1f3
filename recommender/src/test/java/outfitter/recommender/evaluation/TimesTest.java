package outfitter.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final List<String> TEN_O_CLOCK = List.of(
            "2020-01-01T10:00:00Z",
            "2020-01-01T10:00",
            "2020-01-01 10:00:00",
            "2020-01-01 10:00:00 UTC",
            "2020-01-01T12:00:00+02:00",
            "2020-01-01 12:00:00+0200",
            "2020-01-01 12:00:00.000+02",
            "2020-01-01 12:00:00 +0200",
            "2020-01-01T05:00:00-05:00",
            "1577872800",
            "1577872800000");

    @Test
    void everyWayOfWritingAnInstantIsRead() {
        assertThat(TEN_O_CLOCK).extracting(Times::read).containsOnly(Instant.parse("2020-01-01T10:00:00Z"));
    }

    @Test
    void aDateIsItsBeginning() {
        assertThat(Times.read("2020-01-01")).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(Times.read("20200101")).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : List.of("", "soon", "01/02/2020", "2020-13-01", "20201301", "2020-01-01T25:00")) {
            assertThatThrownBy(() -> Times.read(text)).as(text).isInstanceOf(DateTimeException.class);
        }
    }
}
