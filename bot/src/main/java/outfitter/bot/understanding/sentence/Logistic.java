package outfitter.bot.understanding.sentence;

import java.util.Arrays;

/**
 * Whether a text belongs anywhere, out of a few numbers: logistic regression by Newton's method (iteratively reweighted least squares), over
 * numbers brought to mean 0 and deviation 1, and over marks of 0 or 1 that stay so. Immutable, and shared between threads.
 *
 * @param mean of each number
 * @param deviation of each number
 * @param weights for each number, then the constant
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logistic(double[] mean, double[] deviation, double[] weights) {
    private static final int STEPS = 25;
    private static final double PENALTY = 1;
    private static final double SMALLEST = 1e-6;

    /**
     * What makes {@code truth} likely; each row of {@code numbers} counts as {@code weight} says. The first {@code scaled}
     * numbers are brought to one scale, the others stay as they are.
     */
    static Logistic fit(double[][] numbers, int scaled, boolean[] truth, double[] weight) {
        Logistic fitted = assumed(numbers, scaled, new double[numbers[0].length + 1]);
        for (int step = 0; step < STEPS; step++) if (fitted.improve(numbers, truth, weight) < SMALLEST) break;
        return fitted;
    }

    /** The same with given {@code weights}, where there is nothing to fit them to. */
    static Logistic assumed(double[][] numbers, int scaled, double[] weights) {
        double[] mean = new double[numbers[0].length];
        double[] deviation = new double[numbers[0].length];
        for (double[] row : numbers) for (int k = 0; k < scaled; k++) mean[k] += row[k] / numbers.length;
        for (double[] row : numbers) {
            for (int k = 0; k < scaled; k++) deviation[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / numbers.length;
        }
        for (int k = 0; k < scaled; k++) deviation[k] = Math.max(SMALLEST, Math.sqrt(deviation[k]));
        Arrays.fill(deviation, scaled, deviation.length, 1);
        return new Logistic(mean, deviation, weights);
    }

    /** One step, of which it returns the largest part. */
    private double improve(double[][] numbers, boolean[] truth, double[] weight) {
        int size = weights.length;
        double[][] curve = new double[size][size + 1];
        for (int i = 0; i < numbers.length; i++) {
            double[] row = standard(numbers[i]);
            double probability = probability(dot(row));
            double miss = weight[i] * (probability - (truth[i] ? 1 : 0));
            double bend = weight[i] * Math.max(SMALLEST, probability * (1 - probability));
            for (int k = 0; k < size; k++) {
                curve[k][size] += miss * row[k];
                if (row[k] == 0) continue;
                for (int j = 0; j < size; j++) curve[k][j] += bend * row[k] * row[j];
            }
        }
        for (int k = 0; k + 1 < size; k++) {
            curve[k][size] += PENALTY * weights[k];
            curve[k][k] += PENALTY;
        }
        curve[size - 1][size - 1] += SMALLEST;
        double[] step = solved(curve);
        double most = 0;
        for (int k = 0; k < size; k++) {
            weights[k] -= step[k];
            most = Math.max(most, Math.abs(step[k]));
        }
        return most;
    }

    /** That what fits so belongs to any class. */
    double probability(Fit fit) {
        return probability(odds(fit.signals(mean.length > Fit.SIGNALS)));
    }

    private double odds(double[] numbers) {
        return dot(standard(numbers));
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private double[] standard(double[] numbers) {
        double[] standard = new double[weights.length];
        for (int k = 0; k < numbers.length; k++) standard[k] = (numbers[k] - mean[k]) / deviation[k];
        standard[numbers.length] = 1;
        return standard;
    }

    private double dot(double[] row) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) sum += weights[k] * row[k];
        return sum;
    }

    /** The solution of linear equations, whose right side is the last column, by elimination with pivots. */
    private static double[] solved(double[][] equations) {
        int size = equations.length;
        for (int i = 0; i < size; i++) {
            int pivot = i;
            for (int row = i; row < size; row++) {
                if (Math.abs(equations[row][i]) > Math.abs(equations[pivot][i])) pivot = row;
            }
            double[] held = equations[i];
            equations[i] = equations[pivot];
            equations[pivot] = held;
            for (int row = 0; row < size; row++) {
                if (row == i) continue;
                double share = equations[row][i] / equations[i][i];
                for (int k = i; k <= size; k++) equations[row][k] -= share * equations[i][k];
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) solution[i] = equations[i][size] / equations[i][i];
        return solution;
    }
}
