package outfitter.recommender.basket;

/** What speaks for a product beside a cart, each with the number of best products that it brings among the candidates. */
public enum BasketSignal {
    /** The item-item ridge table. */
    RIDGE(0, 60),
    /** Share of the orders with a product of the cart that have this one too, newer ones counting for more. */
    CONFIDENCE(1, 40),
    /** The same over the last weeks. */
    LATELY(2, 30),
    /** Orders with both, by the roots of the orders with either. */
    COSINE(3, 30),
    /** Orders with both by all orders with the one in the cart, as they are. */
    COUNTED(4, 20),
    /** Titles like those in the cart. */
    TITLES(5, 30),
    /** What the customer bought before. */
    OWN(6, 40);

    static final BasketSignal[] ALL = values();

    final int column;
    final int brings;

    BasketSignal(int column, int brings) {
        this.column = column;
        this.brings = brings;
    }
}
