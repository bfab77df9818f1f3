package outfitter.recommender.ranking;

import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.blend.Blend;

/**
 * How the signals of each list are weighed.
 *
 * @param goesWith over the features of {@code basket}
 * @param stepUp over the points of the scorers of a step up, in their order
 */
public record Blends(Blend goesWith, Blend stepUp) {
    /** Before anything was learned: what goes with something by confidence, a step up by weights set by hand. */
    public static Blends untrained() {
        return new Blends(GoesWith.untrained(), BetterOnes.byHand());
    }

    /** The weights of one list. */
    public Blend of(SuggestionList list) {
        return list == SuggestionList.GOES_WITH ? goesWith : stepUp;
    }

    /** What the figures of one list's {@link Traits} mean now. */
    public static String form(SuggestionList list) {
        return list == SuggestionList.GOES_WITH ? GoesWith.FORM : BetterOnes.FORM;
    }
}
