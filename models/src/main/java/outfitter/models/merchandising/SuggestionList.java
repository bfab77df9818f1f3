package outfitter.models.merchandising;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The two lists of suggestions: what goes with the things at hand, and what would be a better one of the same kind. */
public enum SuggestionList {
    GOES_WITH("goes-with"),
    STEP_UP("step-up");

    private final String code;

    SuggestionList(String code) {
        this.code = code;
    }

    /** As stored and as spelt in JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The list spelt {@code code}; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static SuggestionList named(String code) {
        return Arrays.stream(values())
                .filter(list -> list.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("list '" + code + "': goes-with or step-up"));
    }
}
