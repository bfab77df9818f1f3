package outfitter.recommender.merchandising;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said of one rule.
 *
 * @param rule its id
 * @param text for the merchandiser
 * @param idle whether the rule does nothing at all for this reason
 * @param spot the condition it is about; null when it is about the rule
 */
public record Remark(
        String rule, String text, boolean idle, @Nullable Spot spot) {

    /** A remark on the whole rule. */
    static Remark of(String rule, String text) {
        return new Remark(rule, text, false, null);
    }

    /**
     * One of the conditions of a rule.
     *
     * @param at which of those of its part, from 0
     */
    public record Spot(Part part, int at) {}

    /** Where conditions stand in a rule. */
    public enum Part {
        WHEN("when"),
        SELECTION("selection");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        /** As spelt in JSON. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
