package outfitter.recommender.session;

/** Whole numbers to some power, also a negative one, from a table where they are small; 0 counts as 1. Not thread-safe. */
final class Powers {
    private final float[] table = new float[4096];
    private double power = Double.NaN;

    float of(int number, double wanted) {
        if (wanted != power) {
            power = wanted;
            for (int i = 0; i < table.length; i++) table[i] = (float) Math.pow(Math.max(1, i), power);
        }
        return number < table.length ? table[number] : (float) Math.pow(number, power);
    }
}
