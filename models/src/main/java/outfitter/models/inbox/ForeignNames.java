package outfitter.models.inbox;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The {@code foreign_name} table: each thing of another system leads to one of ours, the last one that was taught. */
public final class ForeignNames {
    private static final String FIND = """
            SELECT n.kind, n.theirs, n.ours
            FROM unnest($2::text[], $3::text[]) AS asked(kind, theirs)
            JOIN foreign_name n ON n.source = $1 AND n.kind = asked.kind AND n.theirs = asked.theirs
            """;
    // Sorted, so that two nodes that teach the same names never wait for each other in a circle.
    private static final String TEACH = """
            INSERT INTO foreign_name (source, kind, theirs, ours)
            SELECT $1, taught.* FROM unnest($2::text[], $3::text[], $4::text[]) AS taught(kind, theirs, ours)
            ORDER BY 2, 3
            ON CONFLICT (source, kind, theirs) DO UPDATE SET ours = excluded.ours WHERE foreign_name.ours <> excluded.ours
            """;

    private final SqlClient db;
    private final String source;

    /** What {@code source} calls things. */
    public ForeignNames(SqlClient db, String source) {
        this.db = db;
        this.source = source;
    }

    /** Ours by theirs; names that nobody taught are left out. */
    public Future<Map<ForeignName, String>> find(Collection<ForeignName> names) {
        if (names.isEmpty()) return Future.succeededFuture(Map.of());
        return db.preparedQuery(FIND)
                .execute(Tuple.of(source, column(names, ForeignName::kind), column(names, ForeignName::theirs)))
                .map(rows -> {
                    Map<ForeignName, String> found = new HashMap<>();
                    for (Row row : rows) {
                        ForeignName name = new ForeignName(row.getString("kind"), row.getString("theirs"));
                        found.put(name, row.getString("ours"));
                    }
                    return found;
                });
    }

    /** From now on each of these leads to what it is given. */
    public Future<Void> teach(Map<ForeignName, String> names) {
        if (names.isEmpty()) return Future.succeededFuture();
        List<ForeignName> theirs = List.copyOf(names.keySet());
        return db.preparedQuery(TEACH)
                .execute(Tuple.of(
                        source,
                        column(theirs, ForeignName::kind),
                        column(theirs, ForeignName::theirs),
                        column(theirs, names::get)))
                .mapEmpty();
    }

    private static String[] column(Collection<ForeignName> names, Function<ForeignName, String> value) {
        return names.stream().map(value).toArray(String[]::new);
    }
}
