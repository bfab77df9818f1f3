package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * Points for items by several scorers, side by side, and which items have any. Made once a thread and cleared for each
 * question, at the cost of what was touched. Grows with the items.
 */
public final class Board {
    private final int columns;
    private float[] cells;
    private int[] rounds;
    private int[] touched = new int[256];
    private int count;
    private int round = 1;

    public Board(int columns, int items) {
        this.columns = columns;
        cells = new float[columns * Math.max(1, items)];
        rounds = new int[Math.max(1, items)];
    }

    /** Forgets all points; there is room for {@code items} afterwards. */
    public void clear(int items) {
        count = 0;
        if (++round == Integer.MAX_VALUE) {
            Arrays.fill(rounds, 0);
            round = 1;
        }
        if (items <= rounds.length) return;
        rounds = Arrays.copyOf(rounds, items + items / 4);
        cells = Arrays.copyOf(cells, columns * rounds.length);
    }

    /** Makes the item known without points. */
    public void touch(int item) {
        if (rounds[item] == round) return;
        rounds[item] = round;
        Arrays.fill(cells, item * columns, (item + 1) * columns, 0);
        if (count == touched.length) touched = Arrays.copyOf(touched, 2 * count);
        touched[count++] = item;
    }

    public void add(int item, int column, float points) {
        touch(item);
        cells[item * columns + column] += points;
    }

    /** Multiplies what the item has, if it has any. */
    public void scale(int item, int column, float factor) {
        if (rounds[item] == round) cells[item * columns + column] *= factor;
    }

    public float get(int item, int column) {
        return rounds[item] == round ? cells[item * columns + column] : 0;
    }

    public boolean has(int item) {
        return item < rounds.length && rounds[item] == round;
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
        for (int i = 0; i < count; i++) largest = Math.max(largest, cells[touched[i] * columns + column]);
        return largest;
    }

    /** {@link #pack} of all columns in one go; writes to {@code lengths} how many each. */
    public void packAll(long[][] into, int[] lengths) {
        Arrays.fill(lengths, 0);
        for (int i = 0; i < count; i++) {
            int item = touched[i];
            for (int column = 0; column < columns; column++) {
                float points = cells[item * columns + column];
                if (points > 0) into[column][lengths[column]++] = Largest.pack(points, item);
            }
        }
    }

    /** Writes the items with points in {@code column}, packed by {@link Largest}, to {@code into}; tells how many. */
    public int pack(int column, long[] into) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            float points = cells[touched[i] * columns + column];
            if (points > 0) into[length++] = Largest.pack(points, touched[i]);
        }
        return length;
    }
}
