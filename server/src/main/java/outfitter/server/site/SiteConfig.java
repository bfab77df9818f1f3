package outfitter.server.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an operator says of the shop's site.
 *
 * @param origins pages that may use the chat beside our own, as a browser writes them: 'https://shop.example'
 * @param identitySecret what the shop's server signs its customers with; empty when it does not
 */
public record SiteConfig(List<String> origins, Optional<String> identitySecret) {
    /** Our own pages only, and nobody signed in. */
    public static final SiteConfig NONE = new SiteConfig(List.of(), Optional.empty());

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

    private static void check(String origin) {
        try {
            URI page = new URI(origin);
            boolean plain = page.getHost() != null && page.getUserInfo() == null && page.getQuery() == null;
            boolean web = "https".equals(page.getScheme()) || "http".equals(page.getScheme());
            if (plain && web && (page.getPath().isEmpty() || page.getPath().equals("/"))) return;
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "must be origins such as https://shop.example, separated by commas, not \"" + origin + "\"");
    }
}
