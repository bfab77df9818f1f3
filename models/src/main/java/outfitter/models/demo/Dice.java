package outfitter.models.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Chance with a seed: the same seed falls the same way on every machine. Not thread-safe. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double share() {
        return random.nextDouble();
    }

    /** Around 1, never negative, seldom large: log-normal with this spread. */
    double spread(double sigma) {
        return Math.exp(random.nextGaussian() * sigma);
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** One of {@code among}, the likelier the heavier; {@code among} is not empty. */
    <T> T pick(List<T> among, ToDoubleFunction<T> weight) {
        double[] running = new double[among.size()];
        double sum = 0;
        for (int i = 0; i < running.length; i++) {
            sum += weight.applyAsDouble(among.get(i));
            running[i] = sum;
        }
        double mark = random.nextDouble() * sum;
        int chosen = 0;
        while (chosen < running.length - 1 && running[chosen] <= mark) chosen++;
        return among.get(chosen);
    }
}
