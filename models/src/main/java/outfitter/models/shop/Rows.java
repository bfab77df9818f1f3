package outfitter.models.shop;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/** Small readings of rows that every repository here shares. */
final class Rows {
    private Rows() {}

    static Money money(Row row, String amount) {
        return new Money(row.getLong(amount), row.getString("currency"));
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }

    /** A column that the statement built as a JSON array of records and cast to text. */
    static <T> List<T> list(Row row, String column, Class<T[]> type) {
        return List.of(Json.read(row.getString(column), type));
    }

    static <T> List<T> all(RowSet<T> rows) {
        return rows.stream().toList();
    }

    static <T> Optional<T> first(RowSet<T> rows) {
        return rows.stream().findFirst();
    }

    /** Parameters of which some may be null: name, value, name, value … */
    static Map<String, Object> params(@Nullable Object... namesAndValues) {
        Map<String, Object> params = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return params;
    }
}
