package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * Points for items by several scorers, side by side, and which items have any. Made once a thread and cleared for each
 * question, at the cost of what was touched. Grows with the items.
 *
 * <p>The points of an item lie side by side with the number of the question they belong to, a power of two apart: a look at
 * an item is a look at one line of the processor's cache, and these looks are most of what a question costs.
 */
public final class Board {
    /** As bits of a float these are numbers, down to the last. */
    private static final int LAST_ROUND = 0x7F00_0000;

    private final int columns;
    private float[] cells;
    private final int stride;
    private final float[] floors;
    private int[] touched = new int[256];
    private int count;
    private int round = 1;

    public Board(int columns, int items) {
        this.columns = columns;
        stride = Integer.highestOneBit(2 * columns);
        floors = new float[columns];
        cells = new float[stride * Math.max(1, items)];
    }

    /** Forgets all points; there is room for {@code items} afterwards. */
    public void clear(int items) {
        count = 0;
        if (++round == LAST_ROUND) {
            Arrays.fill(cells, 0);
            round = 1;
        }
        if (stride * items > cells.length) cells = Arrays.copyOf(cells, stride * (items + items / 4));
    }

    /** Makes the item known without points. */
    public void touch(int item) {
        int at = item * stride;
        if (isOfRound(at)) return;
        for (int column = 0; column < columns; column++) cells[at + column] = 0;
        cells[at + columns] = Float.intBitsToFloat(round);
        if (count == touched.length) touched = Arrays.copyOf(touched, 2 * count);
        touched[count++] = item;
    }

    public void add(int item, int column, float points) {
        touch(item);
        cells[item * stride + column] += points;
    }

    /**
     * Makes the item known, and tells where its points begin in {@link #cells}, a column after the other: for inner loops
     * that add to several columns. Valid until the next {@link #clear}.
     */
    public int slot(int item) {
        int at = item * stride;
        if (!isOfRound(at)) touch(item);
        return at;
    }

    /** All points; see {@link #slot}. */
    public float[] cells() {
        return cells;
    }

    /** Multiplies what the item has, if it has any. */
    public void scale(int item, int column, float factor) {
        if (isOfRound(item * stride)) cells[item * stride + column] *= factor;
    }

    public float get(int item, int column) {
        return isOfRound(item * stride) ? cells[item * stride + column] : 0;
    }

    public boolean has(int item) {
        return item * stride < cells.length && isOfRound(item * stride);
    }

    private boolean isOfRound(int at) {
        return Float.floatToRawIntBits(cells[at + columns]) == round;
    }

    /** How many items have been touched. */
    public int count() {
        return count;
    }

    /** The touched items, the first touched first. */
    public int item(int index) {
        return touched[index];
    }

    /** The most points in a column, 0 at least. */
    public float largest(int column) {
        float largest = 0;
        for (int i = 0; i < count; i++) largest = Math.max(largest, cells[touched[i] * stride + column]);
        return largest;
    }

    /**
     * Writes at least the best {@code most} items of each column, packed by {@link Largest} and in no order, to {@code
     * into}, which has room for twice as many; and to {@code lengths} how many each. What cannot be among the best any
     * more is passed over, so that little is written of a long list.
     */
    public void packBest(int[] most, long[][] into, int[] lengths) {
        Arrays.fill(lengths, 0);
        Arrays.fill(floors, 0);
        for (int i = 0; i < count; i++) {
            int item = touched[i];
            int at = item * stride;
            for (int column = 0; column < columns; column++) {
                float points = cells[at + column];
                if (!(points > floors[column])) continue;
                into[column][lengths[column]++] = Largest.pack(points, item);
                if (lengths[column] == 2 * most[column]) {
                    lengths[column] = Largest.toFront(into[column], lengths[column], most[column]);
                    floors[column] = Largest.least(into[column], lengths[column]);
                }
            }
        }
    }

    /** Writes the items with points in {@code column}, packed by {@link Largest}, to {@code into}; tells how many. */
    public int pack(int column, long[] into) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            float points = cells[touched[i] * stride + column];
            if (points > 0) into[length++] = Largest.pack(points, touched[i]);
        }
        return length;
    }
}
