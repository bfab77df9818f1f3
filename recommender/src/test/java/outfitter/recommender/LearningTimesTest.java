package outfitter.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LearningTimesTest {
    @Test
    void theNextNightIsNeverNow() {
        assertThat(LearningTimes.untilNight(Instant.parse("2026-01-20T01:40:00Z")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(LearningTimes.untilNight(Instant.parse("2026-01-20T03:40:00Z")))
                .isEqualTo(Duration.ofHours(24));
        assertThat(LearningTimes.untilNight(Instant.parse("2026-01-20T23:40:00Z")))
                .isEqualTo(Duration.ofHours(4));
    }
}
