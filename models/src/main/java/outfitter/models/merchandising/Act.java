package outfitter.models.merchandising;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a rule does to the products that it names. */
public enum Act {
    /** Puts them to a place and those after it. */
    PIN("pin"),
    /** Lets their points count for so many percent more. */
    BOOST("boost"),
    /** Lets their points count for so many percent less; a hundred is the end of the list. */
    BURY("bury"),
    /** Never shows them. */
    EXCLUDE("exclude"),
    /** Shows them nowhere else than where the rule speaks. */
    ONLY_WITH("only-with"),
    /** Shows so many of them at most. */
    QUOTA("quota"),
    /** Shows them one after the other where one of them is shown. */
    BUNDLE("bundle");

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
                .orElseThrow(() -> new IllegalArgumentException("act '" + code + "': one of "
                        + Arrays.stream(values()).map(Act::code).collect(Collectors.joining(", "))));
    }
}
