package outfitter.models.intake;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of what was told last.
 *
 * @param fingerprint null when nobody outside told of it
 */
record Known(@Nullable UUID fingerprint, @Nullable Instant changedAt) {
    static final Known NOTHING = new Known(null, null);

    static Known of(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("changed_at");
        return new Known(row.getUUID("fingerprint"), at == null ? null : at.toInstant());
    }

    /** Whether {@code told} is older news than what is known. */
    boolean isNewerThan(Fact told) {
        Instant at = instant(told);
        return at != null && changedAt != null && at.isBefore(changedAt);
    }

    boolean says(UUID told) {
        return told.equals(fingerprint);
    }

    /** Whether the row is right as it is, instant included: what is older than the newest news must stay so. */
    boolean needsNothingOf(Fact told, UUID print) {
        Instant at = instant(told);
        return isNewerThan(told) || (says(print) && (at == null || at.equals(changedAt)));
    }

    /** As PostgreSQL keeps it. */
    private static @Nullable Instant instant(Fact told) {
        Instant at = told.changedAt();
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }
}
