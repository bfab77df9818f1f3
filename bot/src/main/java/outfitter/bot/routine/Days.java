package outfitter.bot.routine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the shop counts them. */
final class Days {
    /** Parcels are delivered by British days; stored instants are not. */
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Days() {}

    static LocalDate of(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
