package outfitter.assist.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void whoIsNextIsPromisedOneMatterOfTime() {
        Standing standing = Standing.behind(0, 1, Duration.ofMinutes(4));

        assertThat(standing.position()).isEqualTo(1);
        assertThat(standing.promiseMinutes()).hasValue(5);
    }

    @Test
    void twoAgentsHalveTheWait() {
        assertThat(Standing.behind(4, 1, Duration.ofMinutes(4)).promiseMinutes())
                .hasValue(20);
        assertThat(Standing.behind(4, 2, Duration.ofMinutes(4)).promiseMinutes())
                .hasValue(15);
    }

    @Test
    void nobodyThereMeansNoPromise() {
        assertThat(Standing.behind(0, 0, Duration.ofMinutes(4)).promiseMinutes())
                .isEmpty();
    }

    @Test
    void theMedianOfLateHandlingIsNotMovedByOneLongMatter() {
        HandlingTimes times = new HandlingTimes();
        times.add(Duration.ofMinutes(2));
        times.add(Duration.ofMinutes(3));
        times.add(Duration.ofHours(5));

        assertThat(times.median()).contains(Duration.ofMinutes(3));
    }
}
