package outfitter.models.shop;

import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.models.json.Json;

/**
 * The {@code policy} table: the shop's own rules as data. The migrations put usual values there, so that the ones named
 * here can always be read.
 */
public final class Policies {
    private static final String FIND = "SELECT value::text AS value FROM policy WHERE key = #{key}";

    private final SqlTemplate<Map<String, Object>, RowSet<String>> find;

    public Policies(SqlClient db) {
        find = SqlTemplate.forQuery(db, FIND).mapTo(row -> row.getString("value"));
    }

    /** Under which conditions things may come back. */
    public Future<ReturnPolicy> returns() {
        return read("returns", ReturnPolicy.class).map(Optional::orElseThrow);
    }

    /** When people answer. */
    public Future<OpeningHours> openingHours() {
        return read("opening-hours", OpeningHours.class).map(Optional::orElseThrow);
    }

    /** How the shop prints its order numbers, as {@link OrderNumbers#printed} takes them; fails for a form it refuses. */
    public Future<OrderNumbers> orderNumbers() {
        return read("order-numbers", OrderForms.class)
                .map(own ->
                        own.map(OrderForms::forms).map(OrderNumbers::printed).orElse(OrderNumbers.STANDARD));
    }

    private record OrderForms(List<String> forms) {}

    /** Any policy; fails when its value does not fit {@code type}. */
    public <T> Future<Optional<T>> read(String key, Class<T> type) {
        return find.execute(Map.of("key", key)).map(rows -> Rows.first(rows).map(value -> Json.read(value, type)));
    }
}
