package outfitter.server.http;

import io.vertx.core.net.SocketAddress;
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
    public static String of(@Nullable SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) return "";
        try {
            InetAddress address = InetAddress.getByName(remote.hostAddress());
            byte[] bytes = address.getAddress();
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return remote.hostAddress();
        }
    }
}
