package outfitter.recommender.ranking;

/**
 * For each product the products with history that resemble it most in title, category and price, best first. Immutable.
 */
public final class Resemblances {
    private final int[] starts;
    private final int[] others;
    private final float[] alike;

    /**
     * @param starts where each product's row begins; one longer than there are products
     * @param others the resembling products
     * @param alike how much, from 0 (exclusive) to 1
     */
    public Resemblances(int[] starts, int[] others, float[] alike) {
        this.starts = starts;
        this.others = others;
        this.alike = alike;
    }

    /** Sees resembling products one by one. */
    @FunctionalInterface
    public interface Visitor {
        void see(int other, double alike);
    }

    /** Shows what resembles {@code product}, best first. */
    public void of(int product, Visitor visitor) {
        for (int at = starts[product]; at < starts[product + 1]; at++) visitor.see(others[at], alike[at]);
    }
}
