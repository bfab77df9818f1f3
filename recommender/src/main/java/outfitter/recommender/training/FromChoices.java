package outfitter.recommender.training;

import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.blend.Blend;

/**
 * What was learned about one list from what agents and customers chose of it.
 *
 * @param choices lists of which something was chosen, those that were held out included
 * @param enough whether these were enough to learn from
 * @param blend what was learned; what ranks already when there were not enough
 * @param accepted whether it ranks from now on
 * @param gain by how much the mean of 1 / place of what was chosen rose on what was held out, each choice counting by how
 *     seldom its place is looked at
 * @param error the standard error of that
 * @param orders by how much it does better on orders held out than what learned from orders alone; 0 where nothing was asked
 */
public record FromChoices(
        SuggestionList list,
        int choices,
        boolean enough,
        Blend blend,
        boolean accepted,
        double gain,
        double error,
        double orders) {
    /** Why it is used or not, in one line for people. */
    public String verdict() {
        if (!enough) return "not yet: %d choices, %d are needed".formatted(choices, ChoiceLessons.FEWEST);
        String figures = "%d choices; on those held out 1 / place changed by %+.3f ± %.3f, on orders held out by %+.3f"
                .formatted(choices, gain, error, orders);
        return (accepted ? "used: " : "refused: ") + figures;
    }
}
