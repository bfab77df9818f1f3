package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Tells all servers of an order that this one changed by itself, as {@link Intake} does of what it was told. */
public final class OrderNews {
    private static final String NOTIFY = "SELECT pg_notify($1, $2)::text";

    private final SqlClient db;

    public OrderNews(SqlClient db) {
        this.db = db;
    }

    /** The order counts otherwise than before, as something of it is sent back. To be called after the commit. */
    public Future<Void> changed(String order) {
        return db.preparedQuery(NOTIFY)
                .execute(Tuple.of(FactNews.CHANNEL, FactNews.of(order).payload()))
                .mapEmpty();
    }
}
