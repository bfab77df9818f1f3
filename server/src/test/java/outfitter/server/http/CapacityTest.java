package outfitter.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void whatIsBeyondIsTurnedAwayUntilSomebodyIsAnswered() {
        Capacity capacity = new Capacity(2, 1_000);
        Capacity.Share first = capacity.take(10).orElseThrow();
        assertThat(capacity.take(10)).isPresent();

        assertThat(capacity.take(10)).isEmpty();
        first.answered();

        assertThat(capacity.take(10)).isPresent();
        assertThat(capacity.requests()).isEqualTo(2);
    }

    @Test
    void fewLargeBodiesAreAsMuchAsManySmallOnes() {
        Capacity capacity = new Capacity(100, 1_000);
        Capacity.Share large = capacity.take(900).orElseThrow();

        assertThat(capacity.take(200)).isEmpty();
        assertThat(capacity.take(100)).isPresent();
        large.answered();

        assertThat(capacity.take(900)).isPresent();
    }

    @Test
    void workGoesOnCountingWhenItsCallerIsGone() {
        Capacity capacity = new Capacity(1, 1_000);
        Promise<Void> work = Promise.promise();
        Capacity.Share share = capacity.take(0).orElseThrow();
        share.during(work.future());

        share.answered();
        assertThat(capacity.take(0)).isEmpty();
        work.fail("the database is away");

        assertThat(capacity.take(0)).isPresent();
    }
}
