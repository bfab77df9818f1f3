package outfitter.recommender.basket;

import java.util.Arrays;

/** What a list asks of its candidates, beside their being good ones. */
public interface Conditions {
    /** Whether the product goes with that one rather than instead of it. */
    boolean suits(int with, int product);

    /** What is left of the weight of the pair, from 0 to 1, after people said that the two do not go together. */
    default float left(int with, int product) {
        return 1;
    }

    /** How well the product's price fits what the customer usually pays, from 0 to 1; 0 where that is not known. */
    default float fit(int product) {
        return 0;
    }

    /** Whether the product may be in the list at all. */
    boolean maySee(int product);

    /** In how many orders two products have to be together for that to count. */
    int fewest();

    /** Anything that is not in the cart. */
    static Conditions notIn(int[] cart) {
        int[] sorted = cart.clone();
        Arrays.sort(sorted);
        return new Conditions() {
            @Override
            public boolean suits(int with, int product) {
                return true;
            }

            @Override
            public boolean maySee(int product) {
                return Arrays.binarySearch(sorted, product) < 0;
            }

            @Override
            public int fewest() {
                return 1;
            }
        };
    }
}
