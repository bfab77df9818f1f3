package outfitter.server.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.inbox.ForeignName;
import outfitter.models.intake.PlainText;
import outfitter.models.intake.ProductFact;
import outfitter.models.intake.Skus;
import outfitter.models.intake.VariantFact;

/** A product with its variants. One that is renamed keeps the name by which it first became known here. */
@JsonNaming(SnakeCaseStrategy.class)
record ProductPayload(
        @Nullable Long id,
        @Nullable String handle,
        @Nullable String title,
        @Nullable String bodyHtml,
        @Nullable String vendor,
        @Nullable String productType,
        @Nullable String status,
        @Nullable Instant publishedAt,
        @Nullable String tags,
        @Nullable Category category,
        @Nullable List<@Nullable Option> options,
        @Nullable List<@Nullable Variant> variants,
        @Nullable List<@Nullable Image> images)
        implements Payload {
    private static final Pattern SIZE = Pattern.compile("(?i).*(size|grö(ss|ß)e|taille|talla|taglia).*");
    private static final Pattern COLOUR = Pattern.compile("(?i).*(colou?r|farbe|couleur|colore).*");

    /** Where it stands in Shopify's taxonomy, 'Apparel & Accessories > Shoes'. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Category(@Nullable String fullName) {}

    /** What its variants differ in. */
    record Option(@Nullable String name, @Nullable Integer position) {}

    /** A picture; the first is the product's own. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Image(@Nullable Long id, @Nullable String src) {}

    /**
     * One thing that can be bought.
     *
     * @param imageId among the images; null where the product's own shows it
     * @param inventoryManagement JSON's null when nobody counts it, Java's when the field is missing
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Variant(
            @Nullable String sku,
            @Nullable String title,
            @Nullable BigDecimal price,
            @Nullable String option1,
            @Nullable String option2,
            @Nullable String option3,
            @Nullable Long inventoryItemId,
            @Nullable JsonNode inventoryManagement,
            @Nullable Integer inventoryQuantity,
            @Nullable Long imageId) {}

    @Override
    public Reading read(Instant toldAt, String currency) {
        ForeignName name = Payload.product(Payload.needed("id", id));
        String address = Payload.needed("handle", handle);
        Map<ForeignName, String> teaches = new HashMap<>();
        each(variants).forEach(variant -> {
            if (variant.inventoryItemId() != null) teaches.put(Payload.item(variant.inventoryItemId()), sku(variant));
        });
        return new Reading(
                teaches,
                Map.of(name, address),
                Set.of(),
                Set.of(),
                known -> List.of(fact(known.getOrDefault(name, address), toldAt, currency)));
    }

    private ProductFact fact(String ours, Instant toldAt, String currency) {
        return new ProductFact(
                ours,
                Payload.needed("title", title),
                vendor,
                categoryName(),
                bodyHtml == null ? null : PlainText.of(bodyHtml),
                tags == null ? null : list(tags),
                "active".equals(status) && publishedAt != null,
                each(variants).map(variant -> fact(variant, currency)).toList(),
                toldAt);
    }

    private VariantFact fact(Variant variant, String currency) {
        return new VariantFact(
                sku(variant),
                value(variant, SIZE, COLOUR),
                value(variant, COLOUR, SIZE),
                Amounts.money(variant.price(), currency),
                null,
                quantity(variant),
                picture(variant));
    }

    private @Nullable String picture(Variant variant) {
        List<Image> shown = each(images).toList();
        return shown.stream()
                .filter(image -> image.id() != null && image.id().equals(variant.imageId()))
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .map(Image::src)
                .flatMap(VariantFact::address)
                .orElse(null);
    }

    private String sku(Variant variant) {
        if (variant.sku() != null && !variant.sku().isBlank())
            return variant.sku().strip();
        String own = Objects.requireNonNullElse(title, "").strip();
        String words = isOnly(variant.title())
                ? own
                : own + " - " + Objects.requireNonNull(variant.title()).strip();
        return Skus.ofName(words);
    }

    /** What a variant says under the option of that meaning; one that means neither counts as the size. */
    private @Nullable String value(Variant variant, Pattern meaning, Pattern other) {
        List<String> names = each(options)
                .map(option -> Objects.requireNonNullElse(option.name(), ""))
                .toList();
        List<@Nullable String> values = Arrays.asList(variant.option1(), variant.option2(), variant.option3());
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (meaning.matcher(names.get(i)).matches()) return said(values.get(i));
        }
        if (meaning == COLOUR) return null;
        for (int i = 0; i < values.size(); i++) {
            boolean isOther = i < names.size() && other.matcher(names.get(i)).matches();
            if (!isOther) return said(values.get(i));
        }
        return null;
    }

    private static @Nullable Integer quantity(Variant variant) {
        boolean uncounted = variant.inventoryManagement() != null
                && variant.inventoryManagement().isNull();
        return uncounted ? Integer.valueOf(VariantFact.NOT_COUNTED) : variant.inventoryQuantity();
    }

    private @Nullable String categoryName() {
        String standard = category == null ? null : category.fullName();
        return standard == null || standard.isBlank() ? productType : standard;
    }

    private static @Nullable String said(@Nullable String value) {
        return isOnly(value) ? null : value;
    }

    /** What Shopify calls the one variant of a product without options. */
    private static boolean isOnly(@Nullable String title) {
        return title == null || title.isBlank() || title.equals("Default Title");
    }

    private static List<String> list(String tags) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static <T> Stream<T> each(@Nullable List<@Nullable T> list) {
        return list == null ? Stream.empty() : list.stream().flatMap(Stream::ofNullable);
    }
}
