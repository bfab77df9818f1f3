package outfitter.recommender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import outfitter.models.customer.CustomerId;
import outfitter.models.merchandising.Arm;

/**
 * The permanent hold-out: one customer in twenty gets no suggestions, so that what suggestions earn can be measured and
 * need not be assumed.
 *
 * <p>A customer's arm is a pure function of their id: the first eight bytes, as an unsigned number, of SHA-256 over the
 * salt and the id; below 5 % of the range is held out. So it is stable over restarts and nodes, needs no table, and is
 * independent of how ids were given out. Changing the salt would deal the arms anew and spoil every comparison under way.
 */
public final class HoldOut {
    /** The share of customers who are held out. */
    public static final double SHARE = 0.05;

    private static final byte[] SALT = "outfitter/suggestions/1:".getBytes(StandardCharsets.US_ASCII);

    private HoldOut() {}

    /** The arm of {@code customer}, the same whenever and wherever one asks. */
    public static Arm of(CustomerId customer) {
        return position(customer) < SHARE ? Arm.HELD_OUT : Arm.TREATED;
    }

    private static double position(CustomerId customer) {
        byte[] digest = sha256(ByteBuffer.allocate(SALT.length + Long.BYTES)
                .put(SALT)
                .putLong(customer.value())
                .array());
        return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
