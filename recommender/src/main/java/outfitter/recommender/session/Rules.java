package outfitter.recommender.session;

import outfitter.recommender.blend.Board;

/**
 * What was looked at along with one item, read from the newest sessions that have it: no table to keep, and never out of
 * date. Four ways of counting at once, by column. One a thread.
 */
final class Rules {
    /** Followers only: Σ recency / distance, recency e^(−age / 0.5). */
    static final int DIRECTED = 0;
    /** Followers and, at a half, what came before: Σ 1 / distance. */
    static final int TWO_SIDED = 1;
    /** Sessions with both, recent ones counting for more: Σ e^(−age / 0.3). */
    static final int TOGETHER = 2;
    /** Sessions with both, which {@link #cosine} makes a likeness. */
    static final int SESSIONS = 3;

    static final int COLUMNS = 4;

    private static final int FARTHEST = 10;
    private static final float[] BY_DISTANCE = new float[FARTHEST + 1];
    private static final float BEFORE = 0.5f;
    private static final Decay RECENCY = new Decay(0.5);
    private static final Decay TOGETHER_RECENCY = new Decay(0.3);
    private static final double COSINE_PRIOR = 20;
    private static final float[] ROOTS = new float[1024];

    static {
        for (int distance = 1; distance <= FARTHEST; distance++) BY_DISTANCE[distance] = 1f / distance;
        for (int i = 0; i < ROOTS.length; i++) ROOTS[i] = (float) (1 / Math.sqrt(i + COSINE_PRIOR));
    }

    private final int[] newest;
    private final SessionView.OpenSession session = new SessionView.OpenSession();
    private final Board row;

    Rules(int newestKept, int items) {
        newest = new int[newestKept];
        row = new Board(COLUMNS, items);
    }

    /** Reads the newest {@code most} sessions with {@code item}; {@link #row} has the outcome until the next. */
    Board read(SessionView view, int item, int most) {
        row.clear(view.items());
        int length = view.newest(item, Math.min(most, newest.length), newest);
        view.fetch(newest, length, session);
        for (int i = 0; i < length; i++) {
            double age = view.age(newest[i]);
            view.open(newest[i], session);
            count(item, RECENCY.at(age), TOGETHER_RECENCY.at(age));
        }
        return row;
    }

    /** Sessions with both, by the roots of the sessions with either, 20 added to each. */
    static float cosine(float both, int one, int other) {
        return both * rootOf(one) * rootOf(other);
    }

    private static float rootOf(int sessions) {
        return sessions < ROOTS.length ? ROOTS[sessions] : (float) (1 / Math.sqrt(sessions + COSINE_PRIOR));
    }

    private void count(int item, float recency, float togetherRecency) {
        int[] items = session.items;
        boolean first = true;
        for (int at = session.from; at < session.to; at++) {
            if (items[at] != item) continue;
            int from = Math.max(session.from, at - FARTHEST);
            int to = Math.min(session.to, at + FARTHEST + 1);
            for (int other = from; other < to; other++) {
                if (items[other] == item) continue;
                int slot = row.slot(items[other]);
                float[] cells = row.cells();
                if (other > at) {
                    float near = BY_DISTANCE[other - at];
                    cells[slot + DIRECTED] += recency * near;
                    cells[slot + TWO_SIDED] += near;
                } else {
                    cells[slot + TWO_SIDED] += BEFORE * BY_DISTANCE[at - other];
                }
                if (!first) continue;
                cells[slot + TOGETHER] += togetherRecency;
                cells[slot + SESSIONS] += 1;
            }
            first = false;
        }
    }
}
