package outfitter.models.shop;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import outfitter.models.shop.OpeningHours.Opening;

class OpeningHoursTest {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);
    private final OpeningHours hours = new OpeningHours(
            ZoneId.of("Europe/London"), List.of(new Opening(MONDAY, EIGHT, SIX), new Opening(FRIDAY, EIGHT, SIX)));

    @Test
    void theClockOfTheShopsOwnZoneCounts() {
        assertThat(hours.isOpen(Instant.parse("2026-07-06T07:00:00Z"))).isTrue(); // summer time, 8:00
        assertThat(hours.isOpen(Instant.parse("2026-01-05T07:59:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-01-05T18:00:00Z"))).isFalse();
    }

    @Test
    void afterClosingTheNextOpeningIsDaysAway() {
        assertThat(hours.nextOpening(Instant.parse("2026-01-09T19:00:00Z")))
                .hasValue(Instant.parse("2026-01-12T08:00:00Z"));
        assertThat(hours.nextOpening(Instant.parse("2026-01-12T09:00:00Z")))
                .hasValue(Instant.parse("2026-01-16T08:00:00Z"));
        assertThat(new OpeningHours(ZoneId.of("UTC"), List.of()).nextOpening(Instant.EPOCH))
                .isEmpty();
    }
}
