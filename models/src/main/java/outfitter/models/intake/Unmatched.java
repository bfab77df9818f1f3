package outfitter.models.intake;

/** What becomes of a fact about an order or a sku that nobody told us of yet. */
public enum Unmatched {
    /** It waits: news comes in any order. */
    WAIT,
    /** It is refused: the teller knows that there is no more to come. */
    REFUSE
}
