package outfitter.bot.understanding.sentence;

/**
 * How much the sentence's vector and the n-grams count beside each other. N-grams help where there is much data and hurt
 * where there is little, which cross-validation decides.
 */
record Mixture(float vector, float ngrams) {
    static final Mixture JOINED = new Mixture(2, 1);
    static final Mixture VECTOR_ALONE = new Mixture(5, 0);

    Row row(float[] embedded, Sparse found) {
        float[] dense = new float[embedded.length];
        for (int i = 0; i < dense.length; i++) dense[i] = vector * embedded[i];
        if (ngrams == 0) return new Row(dense, Sparse.EMPTY);
        float[] values = new float[found.value().length];
        for (int i = 0; i < values.length; i++) values[i] = ngrams * found.value()[i];
        return new Row(dense, new Sparse(found.at(), values));
    }
}
