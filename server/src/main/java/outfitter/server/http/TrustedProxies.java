package outfitter.server.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies before us whose {@code X-Forwarded-For} is believed: anybody else could write there whatever they like.
 * Immutable.
 */
public final class TrustedProxies {
    /** The variable that lists them. */
    public static final String VARIABLE = "OUTFITTER_TRUSTED_PROXIES";

    /** Nobody's word is taken. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<Range> ranges;

    private TrustedProxies(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Addresses and networks separated by commas: '127.0.0.1, 10.0.0.0/8, ::1'; {@link IllegalArgumentException} else. */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Range::parse)
                .toList());
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether {@code address}, written in digits, is one of them. */
    boolean include(@Nullable String address) {
        byte[] bytes = address == null ? null : bytes(address);
        return bytes != null && ranges.stream().anyMatch(range -> range.holds(bytes));
    }

    /**
     * Who called the outermost of them: the last address of {@code forwarded} that is none of ours. Whatever stands before
     * it, the caller may have written.
     */
    Optional<String> caller(@Nullable String forwarded) {
        if (forwarded == null) return Optional.empty();
        String[] hops = forwarded.split(",", -1);
        String last = null;
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = plain(hops[i].strip());
            if (bytes(hop) == null) break;
            last = hop;
            if (!include(hop)) break;
        }
        return Optional.ofNullable(last);
    }

    /** Without the port that some proxies add, and without brackets. */
    private static String plain(String hop) {
        if (hop.startsWith("[")) return hop.substring(1, Math.max(1, hop.indexOf(']')));
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    /** An address in digits as its bytes, IPv4 also where it is written as IPv6; null for anything else. Asks no DNS. */
    private static byte @Nullable [] bytes(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** A network, or an address, which is a network of one. */
    private static final class Range {
        private final byte[] network;
        /** How many of its bits all members share. */
        private final int bits;

        private Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Range parse(String text) {
            int slash = text.indexOf('/');
            byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
            if (network == null) throw wrong(text);
            int all = network.length * Byte.SIZE;
            int bits = slash < 0 ? all : bits(text, text.substring(slash + 1));
            if (bits < 0 || bits > all) throw wrong(text);
            return new Range(network, bits);
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                int at = bit / Byte.SIZE;
                if ((address[at] & mask) != (network[at] & mask)) return false;
            }
            return true;
        }

        private static int bits(String text, String digits) {
            try {
                return Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException(
                    "must be addresses or networks such as 127.0.0.1 or 10.0.0.0/8, separated by commas, not \"" + text
                            + "\"");
        }
    }
}
