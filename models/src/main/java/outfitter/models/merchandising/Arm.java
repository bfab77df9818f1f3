package outfitter.models.merchandising;

import java.util.Arrays;

/** Which side of the permanent hold-out a customer is on: shown suggestions, or kept without for comparison. */
public enum Arm {
    TREATED("treated"),
    HELD_OUT("held-out");

    private final String code;

    Arm(String code) {
        this.code = code;
    }

    /** As stored. */
    public String code() {
        return code;
    }

    static Arm named(String code) {
        return Arrays.stream(values())
                .filter(arm -> arm.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("arm " + code));
    }
}
