package outfitter.recommender.session;

import java.util.Arrays;
import outfitter.recommender.blend.Board;

/**
 * What the blend sees of each candidate. Of every signal: its points as a share of the most points, 0.3 · ln(share +
 * 0.003), and 1 / (rank + 1), 0 without points. Then the popularity, the popularity of late, their difference; whether
 * the visit has it, as the last or the last but one, 1 / steps back, and whether more than once; what three signals and the
 * popularity say of it when the visit has it; where two signals agree; and how many signals speak at all.
 */
public final class SessionFeatures {
    /** Of each signal there are so many features; the first is the one that ranks by itself. */
    static final int EACH = 3;

    static final int COUNT = EACH * Signal.ALL.length + 16;

    private static final float LEAST = 0.003f;
    private static final float SCALE = 0.3f;
    private static final float NOTHING = SCALE * (float) Math.log(LEAST);

    private final Popularity popularity;
    private final Visit visit;
    private final Board board;
    private float[] values = new float[COUNT * 256];
    private long[] packed = new long[256];

    SessionFeatures(Popularity popularity, Visit visit, Board board) {
        this.popularity = popularity;
        this.visit = visit;
        this.board = board;
    }

    /** The feature by which {@code signal} ranks alone. */
    public static int of(Signal signal) {
        return EACH * signal.column();
    }

    /** The features of one candidate after the other. */
    float[] values() {
        return values;
    }

    void describe(Board candidates) {
        int count = candidates.count();
        if (values.length < count * COUNT) values = new float[2 * count * COUNT];
        if (packed.length < count) packed = new long[2 * count];
        for (Signal signal : Signal.ALL) describe(candidates, signal);
        for (int i = 0; i < count; i++) {
            describeItem(candidates.item(i), i * COUNT, i * COUNT + EACH * Signal.ALL.length);
        }
    }

    private void describe(Board candidates, Signal signal) {
        int column = signal.column();
        int length = 0;
        for (int i = 0; i < candidates.count(); i++) {
            float points = board.get(candidates.item(i), column);
            int at = i * COUNT + EACH * column;
            values[at] = 0;
            values[at + 1] = NOTHING;
            values[at + 2] = 0;
            if (points > 0) packed[length++] = (long) Float.floatToRawIntBits(points) << Integer.SIZE | i;
        }
        if (length == 0) return;
        Arrays.sort(packed, 0, length);
        float largest = points(packed[length - 1]);
        for (int rank = 0; rank < length; rank++) {
            long one = packed[length - 1 - rank];
            int at = (int) one * COUNT + EACH * column;
            float share = points(one) / largest;
            values[at] = share;
            values[at + 1] = SCALE * (float) Math.log(share + LEAST);
            values[at + 2] = 1f / (rank + 1);
        }
    }

    private static float points(long packed) {
        return Float.intBitsToFloat((int) (packed >>> Integer.SIZE));
    }

    private void describeItem(int item, int own, int at) {
        float whole = popularity.whole(item);
        float lately = popularity.lately(item);
        int back = visit.stepsBack(item);
        float seen = back > 0 ? 1 : 0;
        float similar = values[own + of(Signal.SIMILAR_SESSIONS)];
        float follows = values[own + of(Signal.FOLLOWS_LAST)];
        float walk = values[own + of(Signal.WALK)];
        values[at] = whole;
        values[at + 1] = lately;
        values[at + 2] = lately - whole;
        values[at + 3] = seen;
        values[at + 4] = back == 1 ? 1 : 0;
        values[at + 5] = back == 2 ? 1 : 0;
        values[at + 6] = back > 0 ? 1f / back : 0;
        values[at + 7] = back > 0 && visit.times(item) > 1 ? 1 : 0;
        values[at + 8] = seen * similar;
        values[at + 9] = seen * follows;
        values[at + 10] = seen * walk;
        values[at + 11] = root(similar * walk);
        values[at + 12] = root(similar * follows);
        values[at + 13] = root(similar * values[own + of(Signal.ALIKE_LAST)]);
        values[at + 14] = speaking(own);
        values[at + 15] = seen * whole;
    }

    private float speaking(int own) {
        int speak = 0;
        for (Signal signal : Signal.ALL) if (values[own + of(signal)] > 0) speak++;
        return speak / (float) Signal.ALL.length;
    }

    private static float root(float product) {
        return (float) Math.sqrt(product);
    }
}
