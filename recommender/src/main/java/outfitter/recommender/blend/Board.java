package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * Points for items by several scorers, side by side, and which items have any. Made once a thread and cleared for each
 * question, at the cost of what was touched. Grows with the items.
 *
 * <p>What an item has lies where its turn came to be touched, so that all points of a question lie together and stay in
 * the processor's nearest cache; where they lie is one number an item. That number may be left from an earlier question:
 * it counts only if that place is taken, and by this item (Briggs and Torczon, 1993), so nothing needs to be wiped.
 */
public final class Board {
    private final int columns;
    private int[] places;
    private int[] touched = new int[256];
    private float[] cells;
    private int count;

    public Board(int columns, int items) {
        this.columns = columns;
        places = new int[Math.max(1, items)];
        cells = new float[columns * touched.length];
    }

    /** Forgets all points; there is room for {@code items} afterwards. */
    public void clear(int items) {
        Arrays.fill(cells, 0, count * columns, 0);
        count = 0;
        if (items > places.length) places = Arrays.copyOf(places, items + items / 4);
    }

    /** Makes the item known without points. */
    public void touch(int item) {
        if (!isAt(places[item], item)) admit(item);
    }

    public void add(int item, int column, float points) {
        int at = slot(item);
        cells[at + column] += points;
    }

    /**
     * Makes the item known, and tells where its points begin in {@link #cells}, a column after the other: for inner loops
     * that add to several columns. Valid until the next {@link #clear}; the cells themselves only until the next item that
     * is new.
     */
    public int slot(int item) {
        int place = places[item];
        return columns * (isAt(place, item) ? place : admit(item));
    }

    /** Where the points of the item begin; -1 when it is not known. */
    int slotOf(int item) {
        return has(item) ? columns * places[item] : -1;
    }

    /** All points; see {@link #slot}. Those of the {@code index}th item touched begin at {@code index} · columns. */
    public float[] cells() {
        return cells;
    }

    /** Multiplies what the item has, if it has any. */
    public void scale(int item, int column, float factor) {
        if (has(item)) cells[columns * places[item] + column] *= factor;
    }

    /** Multiplies what the {@code index}th item touched has. */
    public void scaleAt(int index, int column, float factor) {
        cells[index * columns + column] *= factor;
    }

    public float get(int item, int column) {
        return has(item) ? cells[columns * places[item] + column] : 0;
    }

    public boolean has(int item) {
        return item < places.length && isAt(places[item], item);
    }

    private boolean isAt(int place, int item) {
        return place < count && touched[place] == item;
    }

    private int admit(int item) {
        if (count == touched.length) {
            touched = Arrays.copyOf(touched, 2 * count);
            cells = Arrays.copyOf(cells, columns * touched.length);
        }
        touched[count] = item;
        places[item] = count;
        return count++;
    }

    int columns() {
        return columns;
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
        for (int i = 0, at = column; i < count; i++, at += columns) largest = Math.max(largest, cells[at]);
        return largest;
    }

    /**
     * Writes at least the best {@code most} items of each column, packed by {@link Largest} and in no order, to {@code
     * into}, which has room for twice as many; and to {@code lengths} how many each. What cannot be among the best any
     * more is passed over, so that little is written of a long list.
     */
    public void packBest(int[] most, long[][] into, int[] lengths) {
        for (int column = 0; column < columns; column++) lengths[column] = packBest(column, most[column], into[column]);
    }

    private int packBest(int column, int most, long[] into) {
        int length = 0;
        float floor = 0;
        for (int i = 0, at = column; i < count; i++, at += columns) {
            float points = cells[at];
            if (!(points > floor)) continue;
            into[length++] = Largest.pack(points, touched[i]);
            if (length < 2 * most) continue;
            length = Largest.toFront(into, length, most);
            floor = Largest.least(into, length);
        }
        return length;
    }

    /** Writes the items with points in {@code column}, packed by {@link Largest}, to {@code into}; tells how many. */
    public int pack(int column, long[] into) {
        int length = 0;
        for (int i = 0, at = column; i < count; i++, at += columns) {
            if (cells[at] > 0) into[length++] = Largest.pack(cells[at], touched[i]);
        }
        return length;
    }
}
