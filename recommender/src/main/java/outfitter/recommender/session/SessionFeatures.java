package outfitter.recommender.session;

import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.SignalFeatures;

/**
 * What the blend sees of each candidate. Of every signal its {@link SignalFeatures}. Then the popularity, the popularity of late, their difference; whether
 * the visit has it, as the last or the last but one, 1 / steps back, and whether more than once; what three signals and the
 * popularity say of it when the visit has it; where two signals agree; and how many signals speak at all.
 */
public final class SessionFeatures {
    static final int EACH = SignalFeatures.EACH;

    static final int COUNT = EACH * Signal.ALL.length + 16;

    private final Popularity popularity;
    private final Visit visit;
    private final Board board;
    private float[] values = new float[COUNT * 256];
    private final SignalFeatures signals = new SignalFeatures();

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
        signals.describe(candidates, board, values, COUNT);
        for (int i = 0; i < count; i++) {
            describeItem(candidates.item(i), i * COUNT, i * COUNT + EACH * Signal.ALL.length);
        }
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
