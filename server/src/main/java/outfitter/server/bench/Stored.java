package outfitter.server.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import outfitter.server.postgres.DatabaseAddress;

/**
 * What the database holds of customers' messages, against what was acknowledged.
 *
 * @param acknowledged messages that clients were told are stored
 * @param lost those that are not, or not where they were said to be
 * @param duplicated messages that are there more than once
 */
record Stored(long acknowledged, long lost, long duplicated) {
    private static final String MESSAGES =
            "select key, conversation, seq from entry where source like 'site:%' and key is not null";

    /** Compares by the keys that clients gave; {@code acknowledged} has each message's activity by its key. */
    static Stored of(DatabaseAddress database, Map<String, String> acknowledged) throws SQLException {
        Map<String, String> places = new HashMap<>();
        long duplicated = 0;
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.jdbcProperties(10))) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(MESSAGES)) {
                statement.setFetchSize(1_000);
                ResultSet found = statement.executeQuery();
                while (found.next()) {
                    if (!acknowledged.containsKey(found.getString(1))) continue;
                    String place = found.getLong(2) + "." + found.getLong(3);
                    if (places.put(found.getString(1), place) != null) duplicated++;
                }
            }
        }
        long lost = acknowledged.entrySet().stream()
                .filter(each -> !place(each.getValue()).equals(places.get(each.getKey())))
                .count();
        return new Stored(acknowledged.size(), lost, duplicated);
    }

    private static String place(String activity) {
        return ChatCustomer.conversation(activity) + "." + ChatCustomer.seq(activity);
    }
}
