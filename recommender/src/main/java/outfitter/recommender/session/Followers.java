package outfitter.recommender.session;

import java.util.Arrays;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * The heaviest followers of each item with their share of all that follows it: what the two-step {@link Walk} goes along.
 * Flat, heaviest first, six bytes a
 * follower; made from the sessions in seconds, at every compaction or each night. Immutable.
 */
public final class Followers {
    /** How many followers are kept of an item. */
    static final int MOST = 60;

    static final float UNIT = 65_535;

    private final int[] starts;
    private final int[] items;
    private final short[] shares;

    private Followers(int[] starts, int[] items, short[] shares) {
        this.starts = starts;
        this.items = items;
        this.shares = shares;
    }

    /** None of any item. */
    public static Followers none() {
        return new Followers(new int[1], new int[0], new short[0]);
    }

    /** Those that {@link #arrays} gave. */
    static Followers of(int[][] arrays) {
        short[] shares = new short[arrays[2].length];
        for (int i = 0; i < shares.length; i++) shares[i] = (short) arrays[2][i];
        return new Followers(arrays[0], arrays[1], shares);
    }

    /** Where each item's begin, the followers, and their shares in steps of 1/65535: what a file keeps. */
    int[][] arrays() {
        int[] wide = new int[shares.length];
        for (int i = 0; i < wide.length; i++) wide[i] = shares[i] & 0xFFFF;
        return new int[][] {starts, items, wide};
    }

    /** The followers of every item, by its newest {@code sessions}; on all processors. */
    static Followers of(SessionView view, int sessions) {
        int count = view.items();
        long[][] rows = new long[count][];
        int stripes = 8 * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, stripes).parallel().forEach(stripe -> {
            Rules rules = new Rules(sessions, count);
            long[] packed = new long[1024];
            for (int item = stripe; item < count; item += stripes) {
                Board row = rules.read(view, item, sessions);
                if (row.count() > packed.length) packed = new long[2 * row.count()];
                rows[item] = heaviest(row, packed);
            }
        });
        return flat(rows);
    }

    private static long[] heaviest(Board row, long[] packed) {
        int length = row.pack(Rules.TWO_SIDED, packed);
        double all = 0;
        for (int i = 0; i < length; i++) all += Largest.score(packed[i]);
        int kept = Largest.sorted(packed, length, MOST);
        long[] heaviest = Arrays.copyOf(packed, kept);
        for (int i = 0; i < kept; i++) {
            heaviest[i] = Largest.pack((float) (Largest.score(packed[i]) / all), Largest.number(packed[i]));
        }
        return heaviest;
    }

    private static Followers flat(long[][] rows) {
        int[] starts = new int[rows.length + 1];
        for (int item = 0; item < rows.length; item++) starts[item + 1] = starts[item] + rows[item].length;
        int[] items = new int[starts[rows.length]];
        short[] shares = new short[items.length];
        for (int item = 0; item < rows.length; item++) {
            for (int i = 0; i < rows[item].length; i++) {
                items[starts[item] + i] = Largest.number(rows[item][i]);
                shares[starts[item] + i] = (short) Math.round(Largest.score(rows[item][i]) * UNIT);
            }
        }
        return new Followers(starts, items, shares);
    }

    int from(int item) {
        return item + 1 < starts.length ? starts[item] : 0;
    }

    int to(int item) {
        return item + 1 < starts.length ? starts[item + 1] : 0;
    }

    int item(int at) {
        return items[at];
    }

    /** From 0 to 1, in steps of 1/65535. */
    float share(int at) {
        return (shares[at] & 0xFFFF) / UNIT;
    }

    /** The same in steps. */
    int steps(int at) {
        return shares[at] & 0xFFFF;
    }

    long bytes() {
        return (long) Integer.BYTES * (starts.length + items.length) + (long) Short.BYTES * shares.length;
    }
}
