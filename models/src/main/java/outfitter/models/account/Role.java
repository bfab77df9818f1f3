package outfitter.models.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an account is for. */
public enum Role {
    /** Serves customers at the desk. */
    @JsonProperty("agent")
    AGENT,
    /** Tunes what gets recommended, in the studio. */
    @JsonProperty("merchandiser")
    MERCHANDISER,
    /** Both, and may take a conversation over from an agent. */
    @JsonProperty("supervisor")
    SUPERVISOR,
    /** Everything, accounts included. */
    @JsonProperty("admin")
    ADMIN;

    public boolean servesCustomers() {
        return this != MERCHANDISER;
    }

    public boolean merchandises() {
        return this != AGENT;
    }

    /** Whether this role may take a conversation from the agent who has it. */
    public boolean takesOver() {
        return this == SUPERVISOR || this == ADMIN;
    }

    /** The name in SQL and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that {@link #code()}; throws {@link IllegalArgumentException} for any other word. */
    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) return role;
        }
        throw new IllegalArgumentException("no role '" + code + "': agent, merchandiser, supervisor or admin");
    }
}
