package outfitter.recommender.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The arrays that make up a snapshot, in the order in which {@link Taken} gives them back. For one thread. */
public final class Parts {
    private final List<Part> parts = new ArrayList<>();

    /** Made when it is written, so that not everything is there twice. */
    record Part(int length, Supplier<int[]> numbers) {}

    public Parts add(int[] numbers) {
        parts.add(new Part(numbers.length, () -> numbers));
        return this;
    }

    public Parts add(float[] numbers) {
        parts.add(new Part(numbers.length, () -> {
            int[] bits = new int[numbers.length];
            for (int i = 0; i < bits.length; i++) bits[i] = Float.floatToRawIntBits(numbers[i]);
            return bits;
        }));
        return this;
    }

    public Parts add(double[] numbers) {
        long[] bits = new long[numbers.length];
        for (int i = 0; i < bits.length; i++) bits[i] = Double.doubleToRawLongBits(numbers[i]);
        return add(bits);
    }

    public Parts add(long[] numbers) {
        parts.add(new Part(2 * numbers.length, () -> {
            int[] halves = new int[2 * numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                halves[2 * i] = (int) (numbers[i] >>> Integer.SIZE);
                halves[2 * i + 1] = (int) numbers[i];
            }
            return halves;
        }));
        return this;
    }

    public Parts add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] numbers = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) numbers[i] = bytes[i];
        return add(numbers);
    }

    List<Part> all() {
        return parts;
    }

    /** The arrays of a file, one after the other. */
    public static final class Taken {
        private final List<int[]> arrays;
        private int next;

        Taken(List<int[]> arrays) {
            this.arrays = new ArrayList<>(arrays);
        }

        public int[] ints() {
            int[] array = arrays.get(next);
            arrays.set(next++, new int[0]);
            return array;
        }

        public float[] floats() {
            int[] bits = ints();
            float[] numbers = new float[bits.length];
            for (int i = 0; i < bits.length; i++) numbers[i] = Float.intBitsToFloat(bits[i]);
            return numbers;
        }

        public long[] longs() {
            int[] halves = ints();
            long[] numbers = new long[halves.length / 2];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ((long) halves[2 * i] << Integer.SIZE) | (halves[2 * i + 1] & 0xFFFF_FFFFL);
            }
            return numbers;
        }

        public double[] doubles() {
            long[] bits = longs();
            double[] numbers = new double[bits.length];
            for (int i = 0; i < bits.length; i++) numbers[i] = Double.longBitsToDouble(bits[i]);
            return numbers;
        }

        public String text() {
            int[] numbers = ints();
            byte[] bytes = new byte[numbers.length];
            for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) numbers[i];
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
