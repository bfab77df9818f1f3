package outfitter.recommender.blend;

/** One choice that was made among candidates: what the blend learns from, and is judged by. */
public final class Choice {
    private final float[] features;
    private final float[] contexts;
    private final float[] wanted;
    private final boolean anyOfThem;
    private final double weight;

    /**
     * A choice; the arrays are not copied.
     *
     * @param features the features of one candidate after the other
     * @param contexts what is true of the whole question, the first being 1: every feature counts once with each of them
     * @param wanted by candidate, its share in what was chosen; less than 1 in all when something chosen is no candidate
     */
    public Choice(float[] features, float[] contexts, float[] wanted) {
        this(features, contexts, wanted, false, 1);
    }

    private Choice(float[] features, float[] contexts, float[] wanted, boolean anyOfThem, double weight) {
        this.features = features;
        this.contexts = contexts;
        this.wanted = wanted;
        this.anyOfThem = anyOfThem;
        this.weight = weight;
    }

    /** One of which only is known that it was none of those that are not {@code wanted}. */
    public static Choice anyOf(float[] features, float[] contexts, float[] wanted) {
        return new Choice(features, contexts, wanted, true, 1);
    }

    /** The same, counting as much as {@code weight} choices. */
    public Choice times(double weight) {
        return new Choice(features, contexts, wanted, anyOfThem, this.weight * weight);
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

    /** The same with one feature more after the {@code features} that there are, which is nought for all. */
    public Choice widened(int features) {
        float[] wide = new float[wanted.length * (features + 1)];
        for (int i = 0; i < wanted.length; i++) {
            System.arraycopy(this.features, i * features, wide, i * (features + 1), features);
        }
        return new Choice(wide, contexts, wanted, anyOfThem, weight);
    }

    double weight() {
        return weight;
    }

    /**
     * What the chance of a candidate should be, given what it is: its share in what was chosen; where any of several will
     * do, its chance among those.
     */
    double target(int candidate, double[] chances) {
        if (!anyOfThem) return wanted[candidate] / reachable();
        double all = 0;
        for (int i = 0; i < wanted.length; i++) if (wanted[i] > 0) all += chances[i];
        return wanted[candidate] > 0 ? chances[candidate] / all : 0;
    }

    /** The share of what was chosen that is among the candidates. */
    float reachable() {
        float sum = 0;
        for (float share : wanted) sum += share;
        return sum;
    }
}
