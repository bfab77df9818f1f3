package outfitter.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import outfitter.models.customer.CustomerId;

class VisitsTest {
    private Instant now = Instant.parse("2026-01-20T12:00:00Z");
    private final Visits visits = new Visits(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            Runnable::run);

    @Test
    void whatOthersLookedAtNextIsFoundOnceTheirVisitsEnded() {
        for (int visitor = 0; visitor < 30; visitor++) {
            visits.viewed("v" + visitor, "boot");
            visits.viewed("v" + visitor, visitor % 3 == 0 ? "gaiter" : "sock");
        }
        now = now.plus(Visits.QUIET).plusSeconds(1);

        visits.viewed("me", "boot");

        assertThat(visits.ended()).isEqualTo(30);
        assertThat(visits.next("me", 5)).containsExactly("sock", "gaiter");
        assertThat(visits.next("somebody else", 5)).isEmpty();
    }

    @Test
    void aMillionEventsOfOneVisitorAreBounded() {
        for (int i = 0; i < 1_000_000; i++) visits.viewed("robot", "p" + i % 1_000);

        assertThat(visits.of("robot")).hasSize(50).startsWith("p999");
    }

    @Test
    void aCustomersViewsAreForgottenAfterADay() {
        CustomerId ada = new CustomerId(7);
        visits.viewed(ada, "boot");
        visits.viewed(ada, "sock");
        visits.viewed(ada, "boot");
        assertThat(visits.of(ada)).containsExactly("boot", "sock");

        now = now.plus(Duration.ofHours(25));

        assertThat(visits.of(ada)).isEmpty();
    }
}
