package outfitter.recommender.session;

import java.util.Arrays;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * Sessions like this visit, and what was looked at in them near what both share: VMIS-kNN's index with VSTAN's weights,
 * see {@link SessionSettings}. A session's similarity is the sum of the weights of what it shares with the visit, divided
 * by the root of the sum of their squares and by its length to a power, times its freshness. One a thread.
 */
final class Neighbours {
    private static final int LONGEST_DISTANCE = 64;

    private final int[] newest;
    private final float[] weights = new float[Visit.LONGEST];
    private final SessionView.OpenSession session = new SessionView.OpenSession();
    private int[] keys = new int[1 << 12];
    private float[] sums = new float[1 << 12];
    private int[] slots = new int[1 << 11];
    private long[] found = new long[1 << 11];
    private final Powers lengths = new Powers();
    private final Powers counts = new Powers();
    private Decay decay = new Decay(1);
    private int mask;
    private int foundCount;
    private int neighbourCount;

    Neighbours(int newestKept) {
        newest = new int[newestKept];
    }

    /** Finds the neighbours of {@code visit}, and gives points in {@code column} to what is in them. */
    void score(
            SessionView view, Popularity popularity, SessionSettings settings, Visit visit, Board board, int column) {
        find(view, settings, visit);
        double[] decay = new double[LONGEST_DISTANCE];
        for (int d = 0; d < decay.length; d++) decay[d] = Math.exp(-d / settings.distanceDecay());
        int before = board.count();
        for (int i = 0; i < neighbourCount; i++) {
            view.open(Largest.number(found[i]), session);
            float similarity = Largest.score(found[i]);
            int shared = latestShared(visit);
            for (int at = session.from; at < session.to; at++) {
                int distance = at - shared;
                double near = decay[Math.min(LONGEST_DISTANCE - 1, Math.abs(distance))];
                double direction = distance < 0 ? settings.before() : 1;
                board.add(session.items[at], column, (float) (similarity * near * direction));
            }
        }
        if (settings.popularityPower() == 0) return;
        for (int i = before; i < board.count(); i++) {
            int item = board.item(i);
            board.scale(item, column, 1 / counts.of(popularity.count(item), settings.popularityPower()));
        }
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
        double squares = addUp(view, settings, visit);
        keepNewest(settings.newest());
        double norm = Math.sqrt(squares);
        if (decay.scale() != settings.ageDecay()) decay = new Decay(settings.ageDecay());
        for (int i = 0; i < foundCount; i++) {
            int number = Largest.number(found[i]);
            view.open(number, session);
            double length = lengths.of(session.length(), settings.lengthPower());
            double fresh = decay.at(view.age(number));
            found[i] = Largest.pack((float) (sumOf(number) / (norm * length) * fresh), number);
        }
        neighbourCount = Largest.toFront(found, foundCount, settings.neighbours());
    }

    /** Adds up the weights of what each session shares with the visit; gives the sum of the squares of all weights. */
    private double addUp(SessionView view, SessionSettings settings, Visit visit) {
        int possible = 0;
        for (int i = 0; i < visit.length(); i++) {
            possible += Math.min(settings.newest(), view.sessionsOf(visit.item(i)));
        }
        clear(possible);
        double squares = 0;
        for (int i = visit.length() - 1; i >= 0; i--) {
            weights[i] = (float) Math.exp(-(visit.length() - 1 - i) / settings.queryDecay());
            squares += weights[i] * weights[i];
            if (!visit.isLatest(i) || weights[i] < 1e-4f) continue;
            int length = view.newest(visit.item(i), settings.newest(), newest);
            for (int j = 0; j < length; j++) add(newest[j], weights[i]);
        }
        return squares;
    }

    // Of the sessions found only the newest are looked into: their numbers decide.
    private void keepNewest(int most) {
        if (foundCount <= most) return;
        foundCount = Largest.toFront(found, foundCount, most);
    }

    private int latestShared(Visit visit) {
        for (int at = session.to - 1; at >= session.from; at--) if (visit.has(session.items[at])) return at;
        return session.to;
    }

    // A hash table of sessions by number, open and linear; as large as this question needs it.
    private void clear(int possible) {
        int size = Math.max(64, Integer.highestOneBit(Math.max(1, possible)) * 4);
        if (size > keys.length) {
            keys = new int[size];
            sums = new float[size];
        }
        if (possible > found.length) {
            found = new long[2 * possible];
            slots = new int[2 * possible];
        }
        mask = size - 1;
        Arrays.fill(keys, 0, size, -1);
        foundCount = 0;
    }

    private void add(int number, float weight) {
        int slot = slotOf(number);
        if (keys[slot] < 0) {
            keys[slot] = number;
            sums[slot] = 0;
            slots[foundCount] = slot;
            found[foundCount++] = number;
        }
        sums[slot] += weight;
    }

    private float sumOf(int number) {
        return sums[slotOf(number)];
    }

    private int slotOf(int number) {
        int slot = ((number * 0x9E3779B9) >>> 7) & mask;
        while (keys[slot] >= 0 && keys[slot] != number) slot = (slot + 1) & mask;
        return slot;
    }
}
