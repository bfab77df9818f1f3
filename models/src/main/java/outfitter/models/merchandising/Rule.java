package outfitter.models.merchandising;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a merchandiser's: "when boots are at hand, show the gaiters first in goes-with".
 *
 * @param id chosen by whoever writes the rule, unique in its set
 * @param name what agents read beside a product that it moved
 * @param product the product that is pinned or excluded
 * @param place where a pin puts it, 1 is the top; null for an exclusion
 */
public record Rule(
        String id,
        String name,
        Act act,
        Anchor anchor,
        String product,
        SuggestionList list,
        @Nullable Integer place) {
    /** The last place that a product can be pinned to. */
    public static final int LAST_PLACE = 20;

    private static final int LONGEST = 120;

    public Rule {
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException("a rule needs an id of at most " + LONGEST + " characters");
        }
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("rule '" + id + "' needs a name of at most " + LONGEST + " characters");
        }
        if (product.isBlank()) throw new IllegalArgumentException("rule '" + name + "' names no product");
        if (act == Act.PIN && (place == null || place < 1 || place > LAST_PLACE)) {
            throw new IllegalArgumentException("rule '" + name + "': a pin's place is from 1 to " + LAST_PLACE);
        }
        if (act == Act.EXCLUDE && place != null) {
            throw new IllegalArgumentException("rule '" + name + "': an exclusion has no place");
        }
    }

    /** The place of a pin; throws for an exclusion. */
    public int pinnedTo() {
        if (place == null) throw new IllegalStateException("rule " + id + " pins nothing");
        return place;
    }

    /** What a rule does. */
    public enum Act {
        PIN("pin"),
        EXCLUDE("exclude");

        private final String code;

        Act(String code) {
            this.code = code;
        }

        /** As stored and as spelt in JSON. */
        @JsonValue
        public String code() {
            return code;
        }

        /** The act spelt {@code code}; throws {@link IllegalArgumentException} for any other text. */
        @JsonCreator
        public static Act named(String code) {
            return Arrays.stream(values())
                    .filter(act -> act.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("act '" + code + "': pin or exclude"));
        }
    }

    /**
     * What must be at hand for the rule to speak: one product, anything of a category (or of those below it), or nothing
     * in particular. Exactly one of the three is given.
     *
     * @param any true, or null
     */
    public record Anchor(
            @Nullable String product,
            @Nullable String category,
            @Nullable Boolean any) {
        /** Speaks always. */
        public static final Anchor ANY = new Anchor(null, null, true);

        public Anchor {
            any = Boolean.FALSE.equals(any) ? null : any;
            int named = (product == null ? 0 : 1) + (category == null ? 0 : 1) + (any == null ? 0 : 1);
            if (named != 1) throw new IllegalArgumentException("an anchor is one of product, category or any");
        }

        public static Anchor product(String product) {
            return new Anchor(product, null, null);
        }

        public static Anchor category(String category) {
            return new Anchor(null, category, null);
        }

        /** Whether the rule speaks always. */
        public boolean always() {
            return any != null;
        }
    }
}
