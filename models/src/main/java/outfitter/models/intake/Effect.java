package outfitter.models.intake;

/** What a fact did. */
public enum Effect {
    /** It was new, or changed something. */
    STORED,
    /** It was known already, or something newer is. */
    UNCHANGED,
    /** What it is about is not known yet; it is kept until it is. */
    WAITING,
    /** It does not fit what is known. */
    REFUSED
}
