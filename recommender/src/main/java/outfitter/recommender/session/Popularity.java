package outfitter.recommender.session;

/**
 * How often items were looked at, over the whole log and in its last twentieth. Counted in one go through the log; items
 * that came later have none. Immutable.
 */
public final class Popularity {
    private static final double LATE = 0.05;

    private final int[] all;
    private final int[] late;
    private final int[] ranked;
    private final double mostAll;
    private final double mostLate;

    private Popularity(int[] all, int[] late) {
        this.all = all;
        this.late = late;
        ranked = rank(all);
        mostAll = Math.log1p(max(all));
        mostLate = Math.log1p(max(late));
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
        return item < all.length && mostAll > 0 ? (float) (Math.log1p(all[item]) / mostAll) : 0;
    }

    /** The same over the last twentieth of the log. */
    float lately(int item) {
        return item < late.length && mostLate > 0 ? (float) (Math.log1p(late[item]) / mostLate) : 0;
    }

    /** The item at {@code place} among the most popular, from 0; -1 when there are fewer. */
    int at(int place) {
        return place < ranked.length ? ranked[place] : -1;
    }

    long bytes() {
        return (long) Integer.BYTES * (all.length + late.length + ranked.length);
    }

    private static int max(int[] counts) {
        int most = 0;
        for (int count : counts) most = Math.max(most, count);
        return most;
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
