package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * What a blend sees of one signal for each candidate: its points as a share of the most points, {@value #SCALE} · ln(share
 * + {@value #LEAST}), and 1 / (rank + 1); without points the least of each. For one thread.
 */
public final class SignalFeatures {
    /** So many features of each signal; the first is the one that ranks by itself. */
    public static final int EACH = 3;

    private static final float LEAST = 0.003f;
    private static final float SCALE = 0.3f;
    private static final float NOTHING = SCALE * Logarithm.of(LEAST);

    private long[] packed = new long[256];

    /**
     * Writes the features of all candidates.
     *
     * @param board has the points in {@code column}
     * @param values the features of one candidate after the other, {@code stride} of each
     * @param at where in those of a candidate the signal's begin
     */
    public void describe(Board candidates, Board board, int column, float[] values, int stride, int at) {
        int count = candidates.count();
        if (packed.length < count) packed = new long[2 * count];
        int length = 0;
        for (int i = 0; i < count; i++) {
            float points = board.get(candidates.item(i), column);
            write(values, i * stride + at, 0, NOTHING, 0);
            if (points > 0) packed[length++] = Largest.pack(points, i);
        }
        if (length == 0) return;
        Arrays.sort(packed, 0, length);
        float largest = Largest.score(packed[length - 1]);
        for (int rank = 0; rank < length; rank++) {
            long one = packed[length - 1 - rank];
            float share = Largest.score(one) / largest;
            float logarithm = SCALE * Logarithm.of(share + LEAST);
            write(values, Largest.number(one) * stride + at, share, logarithm, 1f / (rank + 1));
        }
    }

    private static void write(float[] values, int at, float share, float logarithm, float place) {
        values[at] = share;
        values[at + 1] = logarithm;
        values[at + 2] = place;
    }
}
