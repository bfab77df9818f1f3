package outfitter.models.shop;

/**
 * A product that a search found.
 *
 * @param score how much of what was asked for it matches, from 0 (exclusive) to 1: near 1 when every word was found in
 *     title or category as written; comparable between searches
 */
public record Hit(Product product, double score) {}
