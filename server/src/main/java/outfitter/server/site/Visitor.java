package outfitter.server.site;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser on the shop's site, as its token tells.
 *
 * @param id opaque and unguessable; whoever knows it may go on with what was said under it
 * @param customer the shop's own id of the customer whom a signed identity named; null for an anonymous visitor
 * @param signedAt when that identity was checked; null for an anonymous visitor
 */
public record Visitor(
        String id, @Nullable String customer, @Nullable Instant signedAt) {
    /** The part of an address that names this channel. */
    public static final String SITE = "site:";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22,64}");
    private static final int RANDOM_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Visitor {
        if (!isId(id)) throw new IllegalArgumentException("not a visitor's id");
        if ((customer == null) != (signedAt == null)) throw new IllegalArgumentException("an identity has an instant");
    }

    /** A visitor nobody knows anything of. */
    public static Visitor anonymous(String id) {
        return new Visitor(id, null, null);
    }

    /** An id that no other visitor has and nobody can guess. */
    public static String freshId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether {@code text} has the shape of a visitor's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where messages of this visitor come from. */
    public String address() {
        return SITE + id;
    }

    /** The name that the visitor has in Direct Line; its prefix tells clients that a token carries it. */
    public String userId() {
        return "dl_" + id;
    }

    /** Whether what belongs to this customer of the shop's may be shown; null is an unidentified one. */
    public boolean maySee(@Nullable String externalId) {
        return externalId == null || externalId.equals(customer);
    }
}
