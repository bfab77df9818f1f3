package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code delivery_option} table: the ways to send an order, with their prices. */
public final class DeliveryOptions {
    private static final String TO = "SELECT * FROM delivery_option WHERE country = #{country} ORDER BY position, id";
    private static final String ALL = "SELECT * FROM delivery_option ORDER BY position, id";

    private final SqlTemplate<Map<String, Object>, RowSet<DeliveryOption>> to;
    private final SqlTemplate<Map<String, Object>, RowSet<DeliveryOption>> all;

    public DeliveryOptions(SqlClient db) {
        to = SqlTemplate.forQuery(db, TO).mapTo(DeliveryOptions::option);
        all = SqlTemplate.forQuery(db, ALL).mapTo(DeliveryOptions::option);
    }

    /** The ways to send to a country ('GB'), in shop order. */
    public Future<List<DeliveryOption>> to(String country) {
        return to.execute(Map.of("country", country)).map(Rows::all);
    }

    /** Every way to every country, in shop order. */
    public Future<List<DeliveryOption>> all() {
        return all.execute(Map.of()).map(Rows::all);
    }

    private static DeliveryOption option(Row row) {
        return new DeliveryOption(
                row.getString("id"),
                row.getString("name"),
                row.getString("country"),
                Rows.money(row, "price"),
                freeFrom(row),
                row.getInteger("days_min"),
                row.getInteger("days_max"));
    }

    private static @Nullable Money freeFrom(Row row) {
        Long from = row.getLong("free_from");
        return from == null ? null : new Money(from, row.getString("currency"));
    }
}
