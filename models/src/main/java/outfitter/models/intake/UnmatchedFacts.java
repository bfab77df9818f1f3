package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Facts about orders and skus that nobody ever told us of: they wait, but not for ever. Thread-safe. */
public final class UnmatchedFacts {
    /** Who was not told of for so long will not be. */
    public static final Duration PATIENCE = Duration.ofDays(30);

    private static final String FORGET = "DELETE FROM fact_waiting WHERE taken_at < $1";

    private final SqlClient db;
    private final Clock clock;

    public UnmatchedFacts(SqlClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Removes what has waited longer than {@link #PATIENCE}; how many that were. */
    public Future<Integer> forgetOld() {
        return db.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC)))
                .map(SqlResult::rowCount);
    }
}
