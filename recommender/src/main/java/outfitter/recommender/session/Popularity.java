package outfitter.recommender.session;

import java.util.Arrays;

/**
 * How often items were looked at, over the whole log and in its last twentieth. Counted in one go through the log; items
 * that came later have none. Immutable.
 */
public final class Popularity {
    private static final double LATE = 0.05;

    private final int[] all;
    private final float[] whole;
    private final float[] lately;
    private final int[] ranked;

    private Popularity(int[] all, int[] late) {
        this.all = all;
        whole = logarithms(all);
        lately = logarithms(late);
        ranked = rank(all);
    }

    /** Counts every event of the log. */
    static Popularity of(SessionView view) {
        int[] all = new int[view.items()];
        int[] late = new int[view.items()];
        SessionView.OpenSession session = new SessionView.OpenSession();
        for (int number = 0; number < view.sessions(); number++) {
            view.open(number, session);
            boolean isLate = view.age(number) < LATE;
            for (int at = session.from; at < session.to; at++) {
                all[session.items[at]]++;
                if (isLate) late[session.items[at]]++;
            }
        }
        return new Popularity(all, late);
    }

    /** How often in all. */
    public int count(int item) {
        return item < all.length ? all[item] : 0;
    }

    /** ln(1 + count) from 0 to 1 for the most popular. */
    float whole(int item) {
        return item < whole.length ? whole[item] : 0;
    }

    /** The same over the last twentieth of the log. */
    float lately(int item) {
        return item < lately.length ? lately[item] : 0;
    }

    /** The item at {@code place} among the most popular, from 0; -1 when there are fewer. */
    int at(int place) {
        return place < ranked.length ? ranked[place] : -1;
    }

    long bytes() {
        return (long) Integer.BYTES * (3 * all.length + ranked.length);
    }

    private static float[] logarithms(int[] counts) {
        double most = Math.log1p(Arrays.stream(counts).max().orElse(0));
        float[] logarithms = new float[counts.length];
        for (int i = 0; i < counts.length; i++) logarithms[i] = most > 0 ? (float) (Math.log1p(counts[i]) / most) : 0;
        return logarithms;
    }

    /** The hundred most popular, the most popular first. */
    private static int[] rank(int[] counts) {
        long[] packed = new long[counts.length];
        for (int item = 0; item < counts.length; item++) packed[item] = ((long) counts[item] << Integer.SIZE) | item;
        int length = outfitter.recommender.blend.Largest.sorted(packed, packed.length, 100);
        int[] ranked = new int[length];
        for (int place = 0; place < length; place++) ranked[place] = (int) packed[place];
        return ranked;
    }
}
