package outfitter.server.recommend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a list has nothing to show. Never which rule: what the shop's rules are is no business of its customers. */
enum Empty {
    /** The shop's own rules took away what was found. */
    @JsonProperty("rules")
    RULES,
    /** The caller excluded all that was found. */
    @JsonProperty("exclude")
    EXCLUDE,
    /** Nothing that can be had now and that is not theirs already goes with it. */
    @JsonProperty("nothing")
    NOTHING
}
