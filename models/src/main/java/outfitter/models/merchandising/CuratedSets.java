package outfitter.models.merchandising;

import static outfitter.models.merchandising.Columns.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code curated_set} table; who saves over somebody else's change is told so. */
public final class CuratedSets {
    private static final String ALL = "SELECT * FROM curated_set ORDER BY name, id";
    private static final String BEGIN = """
            INSERT INTO curated_set (id, name, products, changed_by, changed_at)
            VALUES (#{id}, #{name}, #{products}, #{account}, #{now}) ON CONFLICT (id) DO NOTHING RETURNING *
            """;
    private static final String CHANGE = """
            UPDATE curated_set SET name = #{name}, products = #{products}, version = version + 1,
                   changed_by = #{account}, changed_at = #{now}
            WHERE id = #{id} AND version = #{version} RETURNING *
            """;
    private static final String DROP = "DELETE FROM curated_set WHERE id = #{id} RETURNING *";

    private final SqlTemplate<Map<String, Object>, RowSet<CuratedSet>> all;
    private final SqlTemplate<Map<String, Object>, RowSet<CuratedSet>> begin;
    private final SqlTemplate<Map<String, Object>, RowSet<CuratedSet>> change;
    private final SqlTemplate<Map<String, Object>, RowSet<CuratedSet>> drop;

    public CuratedSets(SqlClient db) {
        all = SqlTemplate.forQuery(db, ALL).mapTo(CuratedSets::set);
        begin = SqlTemplate.forQuery(db, BEGIN).mapTo(CuratedSets::set);
        change = SqlTemplate.forQuery(db, CHANGE).mapTo(CuratedSets::set);
        drop = SqlTemplate.forQuery(db, DROP).mapTo(CuratedSets::set);
    }

    /** By name. */
    public Future<List<CuratedSet>> all() {
        return all.execute(Map.of()).map(rows -> rows.stream().toList());
    }

    /** Begins a set; empty when there is one of that id. */
    public Future<Optional<CuratedSet>> begin(
            String id, String name, List<String> products, long account, Instant now) {
        return begin.execute(values(id, name, products, 0, account, now)).map(CuratedSets::first);
    }

    /** Changes the set as it was at {@code version}; empty when it is no longer so. */
    public Future<Optional<CuratedSet>> change(
            String id, String name, List<String> products, long version, long account, Instant now) {
        return change.execute(values(id, name, products, version, account, now)).map(CuratedSets::first);
    }

    /** Empty when there is none. */
    public Future<Optional<CuratedSet>> drop(String id) {
        return drop.execute(Map.of("id", id)).map(CuratedSets::first);
    }

    private static Map<String, Object> values(
            String id, String name, List<String> products, long version, long account, Instant now) {
        String[] handles = products.toArray(String[]::new);
        return Map.of(
                "id", id, "name", name, "products", handles, "version", version, "account", account, "now", time(now));
    }

    private static Optional<CuratedSet> first(RowSet<CuratedSet> rows) {
        return rows.stream().findFirst();
    }

    private static CuratedSet set(Row row) {
        @Nullable Long account = row.getLong("changed_by");
        return new CuratedSet(
                row.getString("id"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("products")),
                row.getLong("version"),
                account == null ? 0 : account,
                row.getOffsetDateTime("changed_at").toInstant());
    }
}
