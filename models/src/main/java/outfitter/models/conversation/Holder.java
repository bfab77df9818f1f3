package outfitter.models.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who has the episode: there is always exactly one answer, so that no open episode is nowhere. */
public enum Holder {
    @JsonProperty("bot")
    BOT,
    /** The queue: it waits for a person. */
    @JsonProperty("waiting")
    WAITING,
    /** An agent. */
    @JsonProperty("claimed")
    CLAIMED,
    @JsonProperty("ended")
    ENDED;

    /** The name in SQL and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
