package outfitter.recommender.ranking;

import java.util.Arrays;

/**
 * What the ranking knew of a product at the moment when it ranked it, as it learns from it later: nothing that was
 * ordered since can be in it. Immutable.
 */
public final class Traits {
    private final String form;
    private final float[] features;
    private final float[] contexts;

    /** @param form names what the figures mean; only what has the same form can be compared */
    Traits(String form, float[] features, float[] contexts) {
        this.form = form;
        this.features = features.clone();
        this.contexts = contexts.clone();
    }

    public String form() {
        return form;
    }

    /** A copy of what was known of the product. */
    public float[] features() {
        return features.clone();
    }

    /** A copy of what was true of the whole question. */
    public float[] contexts() {
        return contexts.clone();
    }

    @Override
    public String toString() {
        return form + " " + Arrays.toString(features);
    }
}
