package outfitter.bot.understanding.sentence;

/**
 * A vector of which most numbers are 0.
 *
 * @param at where the others stand, ascending
 * @param value what stands there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made by the ten thousands
record Sparse(int[] at, float[] value) {
    static final Sparse EMPTY = new Sparse(new int[0], new float[0]);
}
