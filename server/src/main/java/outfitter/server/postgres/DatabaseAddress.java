package outfitter.server.postgres;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Where a PostgreSQL database is and how to get in. Its {@code toString} keeps the password to itself.
 *
 * @param tls DISABLE, PREFER, REQUIRE (encrypted, whoever it is), VERIFY_CA or VERIFY_FULL (against the JVM's trust store)
 */
public record DatabaseAddress(String host, int port, String database, String user, String password, SslMode tls) {
    private static final String SPELLING = "must look like postgresql://user:password@host:5432/database";

    /**
     * Reads {@code postgres://}, {@code postgresql://} or {@code jdbc:postgresql://}, with user and password before the
     * host or as parameters, and {@code sslmode} as a parameter. Throws {@link IllegalArgumentException} that tells how it
     * must look, without quoting what was given.
     */
    public static DatabaseAddress parse(String text) {
        URI uri = uri(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = login.length > 0 ? decoded(login[0]) : parameters.getOrDefault("user", "postgres");
        String password = login.length > 1 ? decoded(login[1]) : parameters.getOrDefault("password", "");
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        String database = path.length() > 1 ? decoded(path.substring(1)) : user;
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new DatabaseAddress(host, port, database, user, password, tls(parameters.get("sslmode")));
    }

    /** For Vert.x clients and pools; a new object at each call. */
    public PgConnectOptions connectOptions() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .addProperty("application_name", "outfitter");
        if (tls == SslMode.DISABLE) return options;
        ClientSSLOptions ssl = new ClientSSLOptions().setTrustAll(tls == SslMode.PREFER || tls == SslMode.REQUIRE);
        ssl.setHostnameVerificationAlgorithm(tls == SslMode.VERIFY_FULL ? "HTTPS" : "");
        return options.setSslMode(tls).setSslOptions(ssl);
    }

    /** For JDBC, without login. */
    public String jdbcUrl() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + name + ":" + port + "/"
                + java.net.URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** What JDBC needs beside {@link #jdbcUrl}; waits at most {@code seconds} for an answer. */
    public Properties jdbcProperties(int seconds) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty(
                "sslmode", tls.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        properties.setProperty("connectTimeout", Integer.toString(seconds));
        properties.setProperty("loginTimeout", Integer.toString(seconds));
        properties.setProperty("ApplicationName", "outfitter");
        return properties;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (known && uri.getHost() != null) return uri;
        } catch (URISyntaxException e) {
            // Its message quotes the address, and with it the password.
        }
        throw new IllegalArgumentException(SPELLING);
    }

    private static SslMode tls(@org.jspecify.annotations.Nullable String mode) {
        return mode == null
                ? SslMode.DISABLE
                : Arrays.stream(SslMode.values())
                        .filter(each -> each.name().replace('_', '-').equalsIgnoreCase(mode))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "sslmode must be disable, allow, prefer, require, verify-ca or verify-full"));
    }

    private static Map<String, String> parameters(@org.jspecify.annotations.Nullable String query) {
        if (query == null) return Map.of();
        return Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (first, second) -> second));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
