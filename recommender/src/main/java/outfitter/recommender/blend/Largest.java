package outfitter.recommender.blend;

import java.util.Arrays;

/**
 * Finds the largest of many without sorting all. What is to be compared is packed into longs, {@link #pack score and
 * number}; of equal scores the higher number is the larger.
 */
public final class Largest {
    private Largest() {}

    /** {@code score}, at least 0, above {@code number}, at least 0. */
    public static long pack(float score, int number) {
        return ((long) Float.floatToRawIntBits(score) << Integer.SIZE) | number;
    }

    /** The same for any score; {@link #score} cannot read it. */
    public static long packAny(float score, int number) {
        int bits = Float.floatToRawIntBits(score);
        int sortable = bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
        return ((long) sortable << Integer.SIZE) | number;
    }

    public static int number(long packed) {
        return (int) packed;
    }

    public static float score(long packed) {
        return Float.intBitsToFloat((int) (packed >>> Integer.SIZE));
    }

    /** The least score of the first {@code length}, of which there is one at least. */
    static float least(long[] packed, int length) {
        long least = packed[0];
        for (int i = 1; i < length; i++) least = Math.min(least, packed[i]);
        return score(least);
    }

    /** Brings the {@code count} largest of the first {@code length} to the front, in no order; tells how many there are. */
    public static int toFront(long[] packed, int length, int count) {
        if (count >= length) return length;
        int low = 0;
        int high = length - 1;
        while (low < high) {
            long pivot = median(packed[low], packed[(low + high) >>> 1], packed[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (packed[left] > pivot) left++;
                while (packed[right] < pivot) right--;
                if (left <= right) {
                    long moved = packed[left];
                    packed[left++] = packed[right];
                    packed[right--] = moved;
                }
            }
            if (count <= right) high = right;
            else if (count >= left) low = left;
            else break;
        }
        return count;
    }

    /** The same, the largest first. */
    public static int sorted(long[] packed, int length, int count) {
        int found = toFront(packed, length, count);
        Arrays.sort(packed, 0, found);
        for (int i = 0, j = found - 1; i < j; i++, j--) {
            long moved = packed[i];
            packed[i] = packed[j];
            packed[j] = moved;
        }
        return found;
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
