package outfitter.server.http;

import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a caller comes from, as limits count it. */
public final class Networks {
    private static final int IPV6_NETWORK_BYTES = 8;

    private Networks() {}

    /** One IPv4 address, or the half of an IPv6 address that a household gets; empty when nobody knows. */
    public static String of(RoutingContext ctx) {
        return Front.of(ctx).network();
    }

    /** @param address in digits, so that nothing is looked up */
    static String of(@Nullable String address) {
        if (address == null) return "";
        try {
            InetAddress known = InetAddress.getByName(address);
            byte[] bytes = known.getAddress();
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : known.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
