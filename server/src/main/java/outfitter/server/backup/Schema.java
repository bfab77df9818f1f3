package outfitter.server.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in a database of ours, read from PostgreSQL's own catalogue, so that a new table is never forgotten. */
final class Schema {
    private static final String HISTORY = "flyway_schema_history";
    private static final String TABLES = """
            SELECT c.relname,
                   ARRAY(SELECT a.attname::text FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                         ORDER BY a.attnum) AS columns,
                   ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
                         WHERE k.conrelid = c.oid AND k.contype = 'f' AND r.oid <> c.oid) AS needs
            FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relpersistence = 'p' AND c.relname <> '%s'
            ORDER BY c.relname
            """.formatted(HISTORY);
    private static final String SEQUENCES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S' ORDER BY c.relname
            """;
    private static final String VERSION =
            "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";

    private Schema() {}

    /** The tables, those that others refer to first. */
    static List<Manifest.Table> tables(Connection connection) throws SQLException {
        Map<String, Manifest.Table> tables = new LinkedHashMap<>();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                String name = row.getString("relname");
                tables.put(name, new Manifest.Table(name, texts(row, "columns"), Manifest.Table.UNCOUNTED));
                needs.put(name, texts(row, "needs"));
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        tables.keySet().forEach(name -> place(name, needs, ordered));
        return ordered.stream().map(tables::get).toList();
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        List<Manifest.Sequence> found = new ArrayList<>();
        for (String name : names(connection, SEQUENCES)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + quoted(name))) {
                row.next();
                found.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return found;
    }

    /** The newest migration's version. */
    static String version(Connection connection) throws SQLException {
        return names(connection, VERSION).stream()
                .max((one, other) -> Long.compare(Long.parseLong(one), Long.parseLong(other)))
                .orElseThrow(() -> new SQLException("the database has no schema of ours"));
    }

    /** A name as SQL takes it, whatever is in it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void place(String name, Map<String, List<String>> needs, Set<String> ordered) {
        if (ordered.contains(name)) return;
        List<String> before = needs.getOrDefault(name, List.of());
        before.forEach(each -> place(each, needs, ordered));
        ordered.add(name);
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
