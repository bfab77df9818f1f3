package outfitter.models.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an episode ended. */
public enum Outcome {
    @JsonProperty("solved-by-bot")
    SOLVED_BY_BOT,
    @JsonProperty("solved-by-person")
    SOLVED_BY_PERSON,
    @JsonProperty("left")
    LEFT;

    /** The name in SQL and JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
