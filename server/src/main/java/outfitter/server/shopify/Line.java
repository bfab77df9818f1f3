package outfitter.server.shopify;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.Skus;

/** One line of an order, a parcel, a refund, a cart. */
@JsonNaming(SnakeCaseStrategy.class)
record Line(
        @Nullable String sku,
        @Nullable String name,
        @Nullable String title,
        @Nullable String variantTitle,
        @Nullable Integer quantity,
        @Nullable BigDecimal price,
        @Nullable List<@Nullable Discount> discountAllocations) {

    /** A part of a discount that falls on this line, all its pieces together. */
    record Discount(@Nullable BigDecimal amount) {}

    /** Those of {@code lines} that hold something. */
    static List<LineFact> facts(@Nullable List<@Nullable Line> lines, String currency) {
        if (lines == null) return List.of();
        return lines.stream()
                .flatMap(Stream::ofNullable)
                .filter(Line::isThere)
                .map(line -> line.fact(currency))
                .toList();
    }

    /** The shop's sku, else one made of the full name, the same for the variant of that name. */
    String key() {
        return sku == null || sku.isBlank() ? Skus.ofName(fullName()) : sku.strip();
    }

    /** Whether anything is left of it: what was taken off an order keeps its line, with quantity 0. */
    boolean isThere() {
        return quantity != null && quantity > 0 && !fullName().isBlank();
    }

    LineFact fact(String currency) {
        String words = title == null || title.isBlank() ? fullName() : title;
        return new LineFact(key(), words, Objects.requireNonNullElse(quantity, 1), Amounts.money(paid(), currency));
    }

    private String fullName() {
        if (name != null && !name.isBlank()) return name.strip();
        String first = title == null ? "" : title.strip();
        return variantTitle == null || variantTitle.isBlank() ? first : first + " - " + variantTitle.strip();
    }

    /** Of one piece, after discounts. */
    private BigDecimal paid() {
        BigDecimal full = Objects.requireNonNullElse(price, BigDecimal.ZERO);
        if (discountAllocations == null || quantity == null) return full;
        BigDecimal off = discountAllocations.stream()
                .filter(Objects::nonNull)
                .map(Discount::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return full.subtract(off.divide(BigDecimal.valueOf(quantity), 6, RoundingMode.HALF_UP))
                .max(BigDecimal.ZERO);
    }
}
