package outfitter.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.bot.understanding.Means;
import outfitter.server.channel.whatsapp.WhatsAppConfig;
import outfitter.server.http.TrustedProxies;
import outfitter.server.postgres.DatabaseAddress;
import outfitter.server.postgres.Postgres;
import outfitter.server.shopify.ShopifyConfig;
import outfitter.server.site.Identities;
import outfitter.server.site.Origins;
import outfitter.server.site.SiteConfig;

/**
 * All that an operator can say, read once. The command line wins over the environment, the environment over the
 * defaults; {@code docs/operations.md} lists every variable.
 *
 * @param host the address listened on; loopback unless told otherwise
 * @param port 0 for any free one
 * @param data where the embedded PostgreSQL and our own small files live
 * @param demo whether the demo shop is open
 * @param database an external PostgreSQL; empty for the embedded one
 * @param site which pages may use the chat, and how they sign who is there
 * @param whatsapp the shop's number there; empty for none
 * @param shopify the Shopify shop that tells us what happens there
 * @param means by what texts are understood
 * @param unknown variables that look like ours and are not, for a warning
 */
public record ServerConfig(
        String host,
        int port,
        Path data,
        boolean demo,
        Optional<DatabaseAddress> database,
        SiteConfig site,
        Optional<WhatsAppConfig> whatsapp,
        ShopifyConfig shopify,
        Means means,
        List<String> unknown) {
    static final int DEFAULT_PORT = 8080;
    private static final String EMBEDDING = "OUTFITTER_EMBEDDING";

    public ServerConfig {
        unknown = List.copyOf(unknown);
    }

    /** Throws {@link StartFailure} for a value that does not fit. */
    public static ServerConfig from(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        return new ServerConfig(
                settings.text("OUTFITTER_HOST").orElse("127.0.0.1"),
                settings.number("OUTFITTER_PORT", 0, 65_535).orElse(DEFAULT_PORT),
                settings.parsed("OUTFITTER_DATA", Path::of).orElse(Path.of("data")),
                settings.flag("OUTFITTER_DEMO").orElse(false),
                settings.parsed(Postgres.VARIABLE, DatabaseAddress::parse),
                new SiteConfig(
                        settings.parsed(Origins.VARIABLE, SiteConfig::origins).orElse(List.of()),
                        settings.text(Identities.VARIABLE),
                        settings.parsed(SiteConfig.PUBLIC_URL, SiteConfig::publicUrl),
                        settings.parsed(TrustedProxies.VARIABLE, TrustedProxies::parse)
                                .orElse(TrustedProxies.NONE)),
                WhatsAppSettings.read(settings),
                new ShopifyConfig(
                        settings.list(ShopifyConfig.SECRET),
                        settings.parsed(ShopifyConfig.CURRENCY, ShopifyConfig::currency)
                                .orElse(ShopifyConfig.NONE.currency())),
                settings.parsed(EMBEDDING, ServerConfig::means).orElse(Means.SENTENCES),
                settings.unknown());
    }

    private static Means means(String embedding) {
        return switch (embedding) {
            case "on" -> Means.SENTENCES;
            case "off" -> Means.WORDS;
            default -> throw new IllegalArgumentException("must be on or off, not \"" + embedding + "\"");
        };
    }

    /** Where browsers find the server, 'https://chat.example': the public address, else the one that is listened on. */
    public String publicUrl() {
        return site.publicUrl().orElseGet(() -> url(port));
    }

    /** The address that is listened on, as 'http://127.0.0.1:8080', with the port that was found free. */
    String url(int listening) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening;
    }

    /** Whether only this machine can reach the server. */
    boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    public ServerConfig withHost(String chosen) {
        return new ServerConfig(chosen, port, data, demo, database, site, whatsapp, shopify, means, unknown);
    }

    public ServerConfig withPort(int chosen) {
        if (chosen < 0 || chosen > 65_535)
            throw new StartFailure("--port: must be a whole number from 0 to 65535, not " + chosen);
        return new ServerConfig(host, chosen, data, demo, database, site, whatsapp, shopify, means, unknown);
    }

    public ServerConfig withData(Path chosen) {
        return new ServerConfig(host, port, chosen, demo, database, site, whatsapp, shopify, means, unknown);
    }

    public ServerConfig withDemo(boolean chosen) {
        return new ServerConfig(host, port, data, chosen, database, site, whatsapp, shopify, means, unknown);
    }

    public ServerConfig withDatabase(DatabaseAddress chosen) {
        return new ServerConfig(host, port, data, demo, Optional.of(chosen), site, whatsapp, shopify, means, unknown);
    }
}
