package outfitter.models.shop;

/**
 * What customers think of a product, over its published reviews.
 *
 * @param stars mean, from 1 to 5; 0 without reviews
 */
public record Rating(double stars, int reviews) {
    public static final Rating NONE = new Rating(0, 0);
}
