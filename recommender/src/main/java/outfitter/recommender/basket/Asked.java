package outfitter.recommender.basket;

import java.util.function.Supplier;

/** An order that was placed, to learn from or to be judged by: its products, who placed it and when. */
public final class Asked {
    private final int[] products;
    private final Supplier<Past> past;
    private final double day;

    /**
     * An order.
     *
     * @param products distinct; the array is not copied
     * @param past put together each time that it is asked for: those of a whole log at once are as many as its customers'
     *     orders times what each bought
     */
    public Asked(int[] products, Supplier<Past> past, double day) {
        this.products = products;
        this.past = past;
        this.day = day;
    }

    public int[] products() {
        return products;
    }

    /** What the customer had bought before. */
    public Past past() {
        return past.get();
    }

    public double day() {
        return day;
    }

    /** The order without the product at {@code line}. */
    public int[] without(int line) {
        int[] rest = new int[products.length - 1];
        System.arraycopy(products, 0, rest, 0, line);
        System.arraycopy(products, line + 1, rest, line, rest.length - line);
        return rest;
    }
}
