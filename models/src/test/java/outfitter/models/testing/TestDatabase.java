package outfitter.models.testing;

import io.vertx.pgclient.PgConnectOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One database of a {@link TestServer}, to be used by one test class.
 *
 * @param password in the clear: the server listens on loopback and holds nothing of worth
 */
public record TestDatabase(TestServer server, String host, int port, String name, String user, String password) {

    /** For Vert.x clients and pools; a new object at each call, free to be changed. */
    public PgConnectOptions connectOptions() {
        return new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(name)
                .setUser(user)
                .setPassword(password);
    }

    /** For JDBC's {@code DriverManager}, user and password included. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?user=" + encode(user) + "&password="
                + encode(password);
    }

    /** As an operator would write it into {@code OUTFITTER_DATABASE_URL}. */
    public String url() {
        return "postgresql://" + encode(user) + ":" + encode(password) + "@" + host + ":" + port + "/" + name;
    }

    /** One more database beside this one, without any table; the caller drops it, or the server's end does. */
    public TestDatabase emptyNeighbour() {
        return server.emptyDatabase();
    }

    /** Removes the database, whoever is still connected. */
    public void drop() {
        server.drop(name);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
