package outfitter.recommender.training;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a lesson is. */
public enum Stage {
    /** Orders and choices are read. */
    READING("reading"),
    /** The signals are counted without the latest orders, and these are asked about. */
    COUNTING("counting"),
    /** Weights are learned, and judged on what was held out. */
    WEIGHING("weighing"),
    /** What comes of it is made ready to rank. */
    DECIDING("deciding");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    /** As spelt in JSON. */
    @JsonValue
    public String code() {
        return code;
    }
}
