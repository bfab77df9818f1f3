package outfitter.models.shop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product with everything that can be bought of it.
 *
 * @param id a handle, 'granite-peak-boot'
 * @param category a leaf; null for one that was imported without
 * @param tags words that help to find it, and what it is made for
 * @param repeatable bought again and again: food, fuel, wax
 * @param active whether it is still sold
 * @param variants in shop order; may be empty only for a product that is no longer sold
 */
public record Product(
        String id,
        String title,
        String brand,
        @Nullable String category,
        String description,
        String care,
        List<String> tags,
        boolean repeatable,
        boolean active,
        Instant createdAt,
        List<Variant> variants) {
    public Product {
        tags = List.copyOf(tags);
        variants = List.copyOf(variants);
    }

    /**
     * The lowest price of any variant; empty without variants. Variants that are no longer sold may stand in the currency
     * of earlier days: only those in the first one's are compared.
     */
    public Optional<Money> price() {
        return variants.stream()
                .map(Variant::price)
                .filter(price -> price.currency().equals(variants.get(0).price().currency()))
                .min(Comparator.naturalOrder());
    }

    /** Where its picture is: the shop's first, else ours by its path, in the colour of the first variant. */
    public String picture() {
        return variants.stream()
                .map(Variant::picture)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(this::drawing);
    }

    /** Where the picture of {@code variant} is: the shop's own, else ours by its path, in the variant's colour. */
    public String picture(Variant variant) {
        if (variant.picture() != null) return variant.picture();
        String code = variant.colourCode();
        return code == null ? picture() : drawing() + "?colour=" + code.substring(1);
    }

    private String drawing() {
        return "/pictures/" + id + ".svg";
    }
}
