package outfitter.models.proof;

/** What came of a try. */
public enum Verdict {
    PROVED,
    WRONG,
    /** It was wrong, and one too many: from now on, and for an hour, no try counts. */
    CLOSING,
    /** Not even looked at. */
    CLOSED
}
