package outfitter.models.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an episode ended. */
public enum Outcome {
    @JsonProperty("solved-by-bot")
    SOLVED_BY_BOT,
    @JsonProperty("solved-by-person")
    SOLVED_BY_PERSON,
    @JsonProperty("left")
    LEFT,
    /** Its conversation was absorbed by another, where the matter goes on. */
    @JsonProperty("moved")
    MOVED;

    /** The name in SQL and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
