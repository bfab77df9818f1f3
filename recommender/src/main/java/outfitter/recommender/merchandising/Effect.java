package outfitter.recommender.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done to past orders: each product of an order was taken as the one at hand, and it is a hit when
 * the desk's two lists then show at least one of the others.
 *
 * @param orders how many orders were drawn
 * @param asked how often a product was taken as the one at hand
 * @param touched how often the two rule sets then showed something else
 * @param live under the rules in force
 * @param draft under the draft
 * @param low the difference in hit rate, draft less live, is with 95 % confidence not below this
 * @param high nor above this
 * @param marginKnown the share of products hit whose cost is known; null when nothing was hit
 * @param learnedAt when that ranking was learned which it was tried with; null for the order before anything is learned
 */
public record Effect(
        int orders,
        int asked,
        int touched,
        Side live,
        Side draft,
        double low,
        double high,
        @Nullable Double marginKnown,
        @Nullable Instant learnedAt) {

    /**
     * One rule set's part.
     *
     * @param hitRate hits by asked
     * @param margin of the products hit, in minor units for each time asked; those without a known cost count as nought
     */
    public record Side(int hits, double hitRate, double margin) {}

    /** What can be concluded from it. */
    public Verdict verdict() {
        if (orders < 30) return Verdict.TOO_FEW;
        if (touched == 0) return Verdict.UNTOUCHED;
        if (low > 0) return Verdict.BETTER;
        return high < 0 ? Verdict.WORSE : Verdict.UNCLEAR;
    }

    /** In one word. */
    public enum Verdict {
        /** Fewer than thirty orders of several products in the month. */
        TOO_FEW,
        /** The draft would have shown the same everywhere. */
        UNTOUCHED,
        BETTER,
        WORSE,
        /** The difference may be chance. */
        UNCLEAR
    }
}
