package outfitter.recommender.blend;

/**
 * The natural logarithm of a positive normal float, from a table of the first 12 bits of its fraction; off by 0.00013 at
 * most. A question takes a thousand of them.
 */
final class Logarithm {
    private static final int BITS = 12;
    private static final int FRACTION = 23;
    private static final int BIAS = 127;
    private static final float TWO = (float) Math.log(2);
    private static final float[] TABLE = new float[1 << BITS];

    static {
        for (int i = 0; i < TABLE.length; i++) TABLE[i] = (float) Math.log(1 + (i + 0.5) / TABLE.length);
    }

    private Logarithm() {}

    static float of(float number) {
        int bits = Float.floatToRawIntBits(number);
        return ((bits >>> FRACTION) - BIAS) * TWO + TABLE[(bits >>> (FRACTION - BITS)) & (TABLE.length - 1)];
    }
}
