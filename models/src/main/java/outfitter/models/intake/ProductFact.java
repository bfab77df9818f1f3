package outfitter.models.intake;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A product with everything that can be bought of it. Variants of ours that are not among {@code variants} can no longer
 * be bought; all else that is null stays as it is.
 *
 * @param id its handle in the shop's addresses, 'granite-peak-boot'
 * @param category from the root, 'Footwear > Hiking boots', or an id of ours, 'footwear/hiking-boots'; made when missing
 * @param tags null when not told
 * @param active whether it is sold
 * @param variants at least one
 */
public record ProductFact(
        String id,
        String title,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String description,
        @Nullable List<String> tags,
        boolean active,
        List<VariantFact> variants,
        @Nullable Instant changedAt)
        implements Fact {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 100_000;

    public ProductFact {
        id = Told.needed("the product's handle", id, LONGEST_ID);
        title = Told.needed("the title", title, LONGEST_TITLE);
        brand = Told.optional("the brand", brand, LONGEST_TITLE);
        category = Told.optional("the category", category, LONGEST_TITLE);
        description = Told.optional("the description", description, LONGEST_TEXT);
        tags = tags == null ? null : List.copyOf(tags);
        variants = List.copyOf(variants);
        if (variants.isEmpty()) throw new IllegalArgumentException("the product has no variant");
        Set<String> skus = new HashSet<>();
        String currency = variants.get(0).price().currency();
        for (VariantFact each : variants) {
            if (!each.price().currency().equals(currency))
                throw new IllegalArgumentException("the product has two currencies");
            if (!skus.add(each.sku())) throw new IllegalArgumentException("sku " + each.sku() + " stands twice");
        }
    }
}
