package outfitter.models.proof;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The {@code proof_attempt} table: who tried to prove an order, and how that went. Five wrong tries at one order, or
 * twenty from one network address, within an hour close it for an hour, whoever tries; the closing stands in {@code audit}.
 * Tries at one order are counted one after another, so that many at once gain nothing.
 */
public final class ProofAttempts {
    /** Wrong tries that close an order. */
    public static final int WRONG_PER_ORDER = 5;
    /** Wrong tries, at whatever orders, that close a network address. */
    public static final int WRONG_PER_NETWORK = 20;

    public static final Duration CLOSED_FOR = Duration.ofHours(1);

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String EARLIER = "select correct, order_number from proof_attempt where cause = $1";
    /** Wrong tries in the hour before $2, and whether any hour since then saw too many. */
    private static final String CLOSED_ORDER = closed("order_number = $1");

    private static final String CLOSED_NETWORK = closed("network = $1");
    private static final String RECORD = """
            insert into proof_attempt (order_number, network, correct, at, cause, conversation)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String AUDIT = """
            insert into audit (at, actor, act, subject, detail)
            values ($1, $2, 'proof-closed', $3, jsonb_build_object('network', $4::text))
            """;

    private final Pool db;

    public ProofAttempts(Pool db) {
        this.db = db;
    }

    /** Counts a try and says what came of it. */
    public Future<Verdict> attempt(Attempt attempt, Instant now) {
        return db.withTransaction(tx -> lock(tx, "proof order " + attempt.order())
                .compose(locked -> lock(tx, "proof network " + attempt.network()))
                .compose(locked -> tx.preparedQuery(EARLIER).execute(Tuple.of(attempt.cause())))
                .compose(earlier ->
                        earlier.size() > 0 ? Future.succeededFuture(repeated(earlier)) : judge(tx, attempt, now)));
    }

    private static Future<RowSet<Row>> lock(SqlConnection tx, String what) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(what));
    }

    private static Verdict repeated(RowSet<Row> earlier) {
        return earlier.iterator().next().getBoolean("correct") ? Verdict.PROVED : Verdict.WRONG;
    }

    private static Future<Verdict> judge(SqlConnection tx, Attempt attempt, Instant now) {
        return isClosed(tx, attempt, now).compose(closed -> {
            if (closed) return Future.succeededFuture(Verdict.CLOSED);
            return record(tx, attempt, now).compose(recorded -> {
                if (attempt.correct()) return Future.succeededFuture(Verdict.PROVED);
                return isClosed(tx, attempt, now)
                        .compose(closes -> closes
                                ? audit(tx, attempt, now).map(Verdict.CLOSING)
                                : Future.succeededFuture(Verdict.WRONG));
            });
        });
    }

    private static Future<Boolean> isClosed(SqlConnection tx, Attempt attempt, Instant now) {
        Tuple order = Tuple.of(attempt.order(), utc(now.minus(CLOSED_FOR)), utc(now), WRONG_PER_ORDER);
        return isClosed(tx, CLOSED_ORDER, order).compose(closed -> {
            if (closed || attempt.network() == null) return Future.succeededFuture(closed);
            Tuple network = Tuple.of(attempt.network(), utc(now.minus(CLOSED_FOR)), utc(now), WRONG_PER_NETWORK);
            return isClosed(tx, CLOSED_NETWORK, network);
        });
    }

    private static Future<Boolean> isClosed(SqlConnection tx, String sql, Tuple parameters) {
        return tx.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getBoolean("closed"));
    }

    // Closed while some wrong try of the last hour was the last of too many within the hour before it.
    private static String closed(String whose) {
        return """
                select exists (
                  select from proof_attempt w
                  where %1$s and not correct and at > $2 and at <= $3
                    and (select count(*) from proof_attempt
                         where %1$s and not correct and at > w.at - interval '1 hour' and at <= w.at) >= $4) as closed
                """.formatted(whose);
    }

    private static Future<RowSet<Row>> record(SqlConnection tx, Attempt attempt, Instant now) {
        return tx.preparedQuery(RECORD)
                .execute(Tuple.of(
                        attempt.order(),
                        attempt.network(),
                        attempt.correct(),
                        utc(now),
                        attempt.cause(),
                        attempt.conversation().value()));
    }

    private static Future<RowSet<Row>> audit(SqlConnection tx, Attempt attempt, Instant now) {
        return tx.preparedQuery(AUDIT)
                .execute(Tuple.of(
                        utc(now), "conversation:" + attempt.conversation(), attempt.order(), attempt.network()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
