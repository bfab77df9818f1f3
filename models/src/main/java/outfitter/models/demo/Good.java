package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product of the demo shop with what only the generator and the loader may know.
 *
 * @param tier 1 simple, 2 good, 3 the best of its leaf
 * @param price of every variant, in pence
 * @param cost what the shop paid, in pence
 * @param adventures for which people buy it
 * @param goesWith ids of what is bought to go with it
 * @param sizeRun names the run of sizes; null when there is one size only
 * @param drawing which drawing shows it, its own or its leaf's
 */
record Good(
        String id,
        String category,
        String title,
        String brand,
        int tier,
        long price,
        long cost,
        List<String> tags,
        Set<String> adventures,
        List<String> goesWith,
        @Nullable String sizeRun,
        String care,
        String drawing,
        boolean repeatable,
        String description,
        List<Piece> pieces) {

    /** One variant of it. */
    record Piece(String sku, @Nullable String size, String colour, String colourCode) {}

    /** When it came into the shop: spread over two and a half years by its name, so that "new" means something. */
    Instant created(Instant now) {
        return now.minus(Duration.ofDays(20 + Math.floorMod(id.hashCode(), 880)));
    }

    boolean forChildren() {
        return tags.contains("kids");
    }

    /** A product is its id. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Good good && good.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
