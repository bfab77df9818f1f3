package outfitter.recommender.blend;

/** One choice that was made among candidates: what the blend learns from, and is judged by. */
public final class Choice {
    private final float[] features;
    private final float[] contexts;
    private final float[] wanted;
    private final int missed;

    /**
     * A choice; the arrays are not copied.
     *
     * @param features the features of one candidate after the other
     * @param contexts what is true of the whole question, the first being 1: every feature counts once with each of them
     * @param wanted by candidate, its share in what was chosen; they add up to 1, or to 0 when no candidate was chosen
     * @param missed how many of the things chosen were no candidates
     */
    public Choice(float[] features, float[] contexts, float[] wanted, int missed) {
        this.features = features;
        this.contexts = contexts;
        this.wanted = wanted;
        this.missed = missed;
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

    int missed() {
        return missed;
    }

    boolean teaches() {
        for (float share : wanted) if (share > 0) return true;
        return false;
    }
}
