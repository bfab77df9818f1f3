package outfitter.recommender.blend;

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

    private final Ranks ranks = new Ranks();
    private int[] slots = new int[256];
    private int[] speaking = new int[256];
    private float[] shares = new float[256];

    /**
     * Writes the features of all candidates: those of the signal in the first column of {@code board}, of that in the
     * second, …
     *
     * @param values the features of one candidate after the other, {@code stride} of each
     */
    public void describe(Board candidates, Board board, float[] values, int stride) {
        int count = candidates.count();
        if (slots.length < count) {
            slots = new int[2 * count];
            speaking = new int[2 * count];
            shares = new float[2 * count];
        }
        for (int i = 0; i < count; i++) slots[i] = board.slotOf(candidates.item(i));
        for (int column = 0; column < board.columns(); column++) {
            describe(count, board.cells(), column, values, stride, EACH * column);
        }
    }

    private void describe(int count, float[] cells, int column, float[] values, int stride, int at) {
        int length = 0;
        float largest = 0;
        for (int i = 0; i < count; i++) {
            float points = slots[i] < 0 ? 0 : cells[slots[i] + column];
            if (!(points > 0)) {
                write(values, i * stride + at, 0, NOTHING, 0);
                continue;
            }
            speaking[length] = i;
            shares[length++] = points;
            largest = Math.max(largest, points);
        }
        for (int i = 0; i < length; i++) shares[i] /= largest;
        int[] order = ranks.of(shares, length);
        for (int rank = 0; rank < length; rank++) {
            float share = shares[order[rank]];
            float logarithm = SCALE * Logarithm.of(share + LEAST);
            write(values, speaking[order[rank]] * stride + at, share, logarithm, 1f / (rank + 1));
        }
    }

    private static void write(float[] values, int at, float share, float logarithm, float place) {
        values[at] = share;
        values[at + 1] = logarithm;
        values[at + 2] = place;
    }
}
