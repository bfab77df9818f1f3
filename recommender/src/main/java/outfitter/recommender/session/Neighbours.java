package outfitter.recommender.session;

import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * Sessions like this visit, and what was looked at in them near what both share: VMIS-kNN's index with VSTAN's weights,
 * see {@link SessionSettings}. A session's similarity is the sum of the weights of what it shares with the visit, divided
 * by the root of the sum of their squares and by its length to a power, times its freshness. One a thread.
 */
final class Neighbours {
    private static final int LONGEST_DISTANCE = 64;

    private final float[] weights = new float[Visit.LONGEST];
    private final SessionView.OpenSession session = new SessionView.OpenSession();
    private int[][] lists = new int[Visit.LONGEST][0];
    private final int[] heads = new int[Visit.LONGEST];
    private final int[] ends = new int[Visit.LONGEST];
    private final float[] listWeights = new float[Visit.LONGEST];
    private int listCount;
    private final float[] sums;
    private final int[] numbers;
    private final long[] found;
    private final Powers lengths = new Powers();
    private final Powers counts = new Powers();
    private Decay decay = new Decay(1);
    private int foundCount;
    private int neighbourCount;

    Neighbours(int newestKept) {
        numbers = new int[newestKept];
        sums = new float[newestKept];
        found = new long[newestKept];
    }

    /** Finds the neighbours of {@code visit}, and gives points in {@code column} to what is in them. */
    void score(
            SessionView view, Popularity popularity, SessionSettings settings, Visit visit, Board board, int column) {
        find(view, settings, visit);
        float[] forth = near(settings.distanceDecay(), 1);
        float[] back = near(settings.distanceDecay(), settings.before());
        int before = board.count();
        for (int i = 0; i < neighbourCount; i++) numbers[i] = Largest.number(found[i]);
        view.fetch(numbers, neighbourCount, session);
        for (int i = 0; i < neighbourCount; i++) {
            view.open(numbers[i], session);
            float similarity = Largest.score(found[i]);
            int shared = latestShared(visit);
            for (int at = session.from; at < session.to; at++) {
                float near = at >= shared ? forth[distance(at - shared)] : back[distance(shared - at)];
                board.add(session.items[at], column, similarity * near);
            }
        }
        if (settings.popularityPower() == 0) return;
        for (int i = before; i < board.count(); i++) {
            board.scaleAt(i, column, counts.of(popularity.count(board.item(i)), -settings.popularityPower()));
        }
    }

    private static int distance(int steps) {
        return Math.min(LONGEST_DISTANCE - 1, steps);
    }

    private static float[] near(double decay, double direction) {
        float[] near = new float[LONGEST_DISTANCE];
        for (int d = 0; d < near.length; d++) near[d] = (float) (direction * Math.exp(-d / decay));
        return near;
    }

    /** In how many of the neighbours found last {@code item} was looked at. */
    int holding(SessionView view, int item) {
        int holding = 0;
        for (int i = 0; i < neighbourCount; i++) {
            view.open(Largest.number(found[i]), session);
            for (int at = session.from; at < session.to; at++) {
                if (session.items[at] != item) continue;
                holding++;
                break;
            }
        }
        return holding;
    }

    int count() {
        return neighbourCount;
    }

    private void find(SessionView view, SessionSettings settings, Visit visit) {
        double squares = list(view, settings, visit);
        merge(Math.min(settings.newest(), numbers.length));
        float norm = (float) (1 / Math.sqrt(squares));
        if (decay.scale() != settings.ageDecay()) decay = new Decay(settings.ageDecay());
        for (int i = 0; i < foundCount; i++) {
            int number = numbers[i];
            float length = lengths.of(view.length(number), -settings.lengthPower());
            float fresh = decay.at(view.age(number));
            found[i] = Largest.pack(sums[i] * norm * length * fresh, number);
        }
        neighbourCount = Largest.toFront(found, foundCount, settings.neighbours());
    }

    /** Lists the newest sessions of each item, newest first; gives the sum of the squares of all weights. */
    private double list(SessionView view, SessionSettings settings, Visit visit) {
        listCount = 0;
        double squares = 0;
        for (int i = visit.length() - 1; i >= 0; i--) {
            weights[i] = (float) Math.exp(-(visit.length() - 1 - i) / settings.queryDecay());
            squares += weights[i] * weights[i];
            if (!visit.isLatest(i) || weights[i] < 1e-4f) continue;
            if (lists[listCount].length < settings.newest()) lists[listCount] = new int[settings.newest()];
            heads[listCount] = 0;
            ends[listCount] = view.newest(visit.item(i), settings.newest(), lists[listCount]);
            listWeights[listCount++] = weights[i];
        }
        return squares;
    }

    /**
     * Goes through all lists at once from the newest session back, and adds up the weights of what each session shares
     * with the visit. Only the newest {@code most} sessions are looked into, so nothing older is touched.
     */
    private void merge(int most) {
        foundCount = 0;
        while (foundCount < most) {
            int newest = -1;
            for (int list = 0; list < listCount; list++) {
                if (heads[list] < ends[list]) newest = Math.max(newest, lists[list][heads[list]]);
            }
            if (newest < 0) return;
            float sum = 0;
            for (int list = 0; list < listCount; list++) {
                if (heads[list] == ends[list] || lists[list][heads[list]] != newest) continue;
                sum += listWeights[list];
                heads[list]++;
            }
            numbers[foundCount] = newest;
            sums[foundCount++] = sum;
        }
    }

    private int latestShared(Visit visit) {
        for (int at = session.to - 1; at >= session.from; at--) if (visit.has(session.items[at])) return at;
        return session.to;
    }
}
