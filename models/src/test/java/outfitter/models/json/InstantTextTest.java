package outfitter.models.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private static final long YEAR_MINUS_200 = -68_000_000_000L;
    private static final long YEAR_12000 = 316_500_000_000L;

    @Test
    void anyInstantReadsAsJavaWritesIt() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int digits = random.nextInt(4);
            int nanos = digits == 0 ? 0 : random.nextInt(1_000) * (digits == 1 ? 1_000_000 : digits == 2 ? 1_000 : 1);
            Instant at = Instant.ofEpochSecond(random.nextLong(YEAR_MINUS_200, YEAR_12000), nanos);

            assertThat(Json.write(at)).isEqualTo("\"" + at + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T12:00:00.100Z",
                "9999-12-31T23:59:59.000001Z"
            })
    void edgesAreWrittenAsTheyAreRead(String text) {
        assertThat(Json.write(Instant.parse(text))).isEqualTo("\"" + text + "\"");
    }
}
