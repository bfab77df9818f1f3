package outfitter.models.proof;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The {@code one_time_code} table: codes by which visitors prove that a telephone number is theirs. A code lives ten
 * minutes and bears five tries; a number gets three an hour and a visitor five, whoever asks.
 */
public final class OneTimeCodes {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int TRIES = 5;
    private static final int PER_PHONE = 3;
    private static final int PER_VISITOR = 5;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ISSUE = """
            insert into one_time_code (visitor, phone, hash, created_at, expires_at)
            select $1, $2, $3, $4, $5
             where (select count(*) from one_time_code where phone = $2 and created_at > $6) < $7
               and (select count(*) from one_time_code where visitor = $1 and created_at > $6) < $8
            returning id
            """;
    // A try counts before it is compared, so that many at once are as many tries.
    private static final String TRY = """
            update one_time_code set attempts = attempts + 1
             where id = (select id from one_time_code where visitor = $1 order by id desc limit 1)
               and used_at is null and expires_at > $2 and attempts < $3
            returning id, phone, hash
            """;
    private static final String USE = "update one_time_code set used_at = $2 where id = $1 and used_at is null";

    private final SqlClient db;
    private final Clock clock;

    public OneTimeCodes(SqlClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A new code of six digits, which makes the visitor's earlier ones void; empty when there were too many. */
    public Future<Optional<String>> issue(String visitor, String phone) {
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        Instant now = clock.instant();
        return db.preparedQuery(ISSUE)
                .execute(Tuple.of(visitor, phone)
                        .addString(hash(visitor, code))
                        .addOffsetDateTime(time(now))
                        .addOffsetDateTime(time(now.plus(LIFETIME)))
                        .addOffsetDateTime(time(now.minus(PERIOD)))
                        .addInteger(PER_PHONE)
                        .addInteger(PER_VISITOR))
                .map(rows -> rows.size() == 1 ? Optional.of(code) : Optional.empty());
    }

    /** What came of a try. */
    public enum Result {
        RIGHT,
        WRONG,
        /** None was sent, or it is too old, used, or was tried too often. */
        NONE
    }

    /** A try and the number that it proved, empty unless it was right. */
    public record Tried(Result result, String phone) {}

    /** Tries the visitor's newest code; a right one works once. */
    public Future<Tried> enter(String visitor, String code) {
        return db.preparedQuery(TRY)
                .execute(Tuple.of(visitor, time(clock.instant()), TRIES))
                .compose(rows -> {
                    if (rows.size() == 0) return Future.succeededFuture(new Tried(Result.NONE, ""));
                    var row = rows.iterator().next();
                    byte[] given = hash(visitor, code).getBytes(StandardCharsets.US_ASCII);
                    byte[] right = row.getString("hash").getBytes(StandardCharsets.US_ASCII);
                    if (!MessageDigest.isEqual(given, right)) {
                        return Future.succeededFuture(new Tried(Result.WRONG, ""));
                    }
                    String phone = row.getString("phone");
                    return db.preparedQuery(USE)
                            .execute(Tuple.of(row.getLong("id"), time(clock.instant())))
                            .map(used ->
                                    used.rowCount() == 1 ? new Tried(Result.RIGHT, phone) : new Tried(Result.NONE, ""));
                });
    }

    private static String hash(String visitor, String code) {
        try {
            byte[] bytes = (visitor + " " + code).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there", e);
        }
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
