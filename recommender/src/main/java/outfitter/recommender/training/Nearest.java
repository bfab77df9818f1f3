package outfitter.recommender.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows of resembling products, written one after the other into flat arrays. */
final class Nearest {
    private final int[] others;
    private final float[] alike;
    private int length;

    Nearest(int most) {
        others = new int[most];
        alike = new float[most];
    }

    /** Writes the {@code most} best of {@code met}, best first; what is not alike at all is left out. */
    void keepBest(List<Integer> met, float[] likeness, int most) {
        met.stream()
                .filter(other -> likeness[other] > 0)
                .sorted(Comparator.<Integer>comparingDouble(other -> -likeness[other])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .forEach(other -> {
                    others[length] = other;
                    alike[length++] = Math.min(1, likeness[other]);
                });
    }

    int length() {
        return length;
    }

    int[] others() {
        return Arrays.copyOf(others, length);
    }

    float[] alike() {
        return Arrays.copyOf(alike, length);
    }
}
