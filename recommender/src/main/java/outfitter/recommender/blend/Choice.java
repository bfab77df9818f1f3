package outfitter.recommender.blend;

/** One choice that was made among candidates: what the blend learns from, and is judged by. */
public final class Choice {
    private final float[] features;
    private final float[] contexts;
    private final float[] wanted;

    /**
     * A choice; the arrays are not copied.
     *
     * @param features the features of one candidate after the other
     * @param contexts what is true of the whole question, the first being 1: every feature counts once with each of them
     * @param wanted by candidate, its share in what was chosen; less than 1 in all when something chosen is no candidate
     */
    public Choice(float[] features, float[] contexts, float[] wanted) {
        this.features = features;
        this.contexts = contexts;
        this.wanted = wanted;
    }

    int candidates() {
        return wanted.length;
    }

    float[] features() {
        return features;
    }

    float[] contexts() {
        return contexts;
    }

    float wanted(int candidate) {
        return wanted[candidate];
    }

    /** The share of what was chosen that is among the candidates. */
    float reachable() {
        float sum = 0;
        for (float share : wanted) sum += share;
        return sum;
    }
}
