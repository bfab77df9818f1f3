package outfitter.server.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outfitter.server.http.TrustedProxies;

/**
 * What an operator says of the shop's site.
 *
 * @param origins pages that may use the chat beside our own, as a browser writes them: 'https://shop.example'
 * @param identitySecret what the shop's server signs its customers with; empty when it does not
 * @param publicUrl the address by which browsers know this server, 'https://chat.example'; empty when it is the one they ask
 * @param proxies what stands before us and is believed
 */
public record SiteConfig(
        List<String> origins, Optional<String> identitySecret, Optional<String> publicUrl, TrustedProxies proxies) {
    /** The variable that holds the public address. */
    public static final String PUBLIC_URL = "OUTFITTER_PUBLIC_URL";

    /** Our own pages only, and nobody signed in. */
    public static final SiteConfig NONE =
            new SiteConfig(List.of(), Optional.empty(), Optional.empty(), TrustedProxies.NONE);

    public SiteConfig {
        origins = List.copyOf(origins);
    }

    /** Origins separated by commas; throws {@link IllegalArgumentException} for what is none. */
    public static List<String> origins(String list) {
        List<String> origins = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        origins.forEach(SiteConfig::check);
        return origins;
    }

    /** One address of our own, without a slash at the end; throws {@link IllegalArgumentException} for what is none. */
    public static String publicUrl(String url) {
        if (!isOrigin(url)) {
            throw new IllegalArgumentException(
                    "must be an address without a path, such as https://chat.example, not \"" + url + "\"");
        }
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url).toLowerCase(Locale.ROOT);
    }

    private static void check(String origin) {
        if (isOrigin(origin)) return;
        throw new IllegalArgumentException(
                "must be origins such as https://shop.example, separated by commas, not \"" + origin + "\"");
    }

    private static boolean isOrigin(String origin) {
        try {
            URI page = new URI(origin);
            boolean plain = page.getHost() != null
                    && page.getUserInfo() == null
                    && page.getQuery() == null
                    && page.getFragment() == null;
            boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
            return plain && web && (page.getPath().isEmpty() || page.getPath().equals("/"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
