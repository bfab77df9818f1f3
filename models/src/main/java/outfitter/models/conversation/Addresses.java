package outfitter.models.conversation;

import java.util.Set;

/** What an address, 'channel:value', tells by itself. */
public final class Addresses {
    /** The channel of the shop's own chat. */
    public static final String SITE = "site";

    /** A signed customer's own address: the same chat, whatever the browser. */
    private static final String SHOP = "shop";

    private static final Set<String> READ_BY_THEMSELVES = Set.of(SITE, SHOP);

    private Addresses() {}

    /** The channel that {@code address} belongs to: 'whatsapp' of 'whatsapp:447700900123'. */
    public static String channel(String address) {
        String prefix = prefix(address);
        return prefix.isEmpty() || prefix.equals(SHOP) ? SITE : prefix;
    }

    /** The address as its channel knows it: what follows the colon. */
    public static String value(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    /** Whether replies have to be brought there; whoever is on the site reads the conversation by themselves. */
    public static boolean isBrought(String address) {
        return !READ_BY_THEMSELVES.contains(prefix(address));
    }

    private static String prefix(String address) {
        return address.substring(0, Math.max(0, address.indexOf(':')));
    }
}
