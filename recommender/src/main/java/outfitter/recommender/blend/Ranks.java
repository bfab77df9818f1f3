package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * Puts a few hundred shares from 0 to 1 in order, the largest first: two passes of a radix sort over the first 16 bits that
 * tell them apart. Shares that differ by less than 1/2048 of themselves count as equal, as do those that are next to nothing; equal
 * ones keep their order. For one thread.
 */
final class Ranks {
    private static final int BITS = 8;
    private static final int DIGITS = 1 << BITS;
    private static final int LOWEST = (1 << (2 * BITS)) - 1;
    private static final int DROPPED = 12;
    private static final int ONE = Float.floatToRawIntBits(1);

    private final int[] counts = new int[DIGITS];
    private int[] keys = new int[256];
    private int[] order = new int[256];
    private int[] half = new int[256];

    /** The places of the first {@code length} in {@code shares}, that of the largest first; valid until the next call. */
    int[] of(float[] shares, int length) {
        if (keys.length < length) {
            keys = new int[2 * length];
            order = new int[2 * length];
            half = new int[2 * length];
        }
        for (int i = 0; i < length; i++) {
            keys[i] = Math.min(LOWEST, (ONE - Float.floatToRawIntBits(shares[i])) >>> DROPPED);
            order[i] = i;
        }
        sort(length, order, half, 0);
        sort(length, half, order, BITS);
        return order;
    }

    private void sort(int length, int[] from, int[] to, int shift) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < length; i++) counts[(keys[i] >>> shift) & (DIGITS - 1)]++;
        int before = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int own = counts[digit];
            counts[digit] = before;
            before += own;
        }
        for (int i = 0; i < length; i++) to[counts[(keys[from[i]] >>> shift) & (DIGITS - 1)]++] = from[i];
    }
}
