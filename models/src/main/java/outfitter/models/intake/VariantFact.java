package outfitter.models.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;

/**
 * One thing that can be bought.
 *
 * @param size null when there is only one
 * @param colour null when there is only one
 * @param cost what it costs the shop; null when not told
 * @param picture address of its picture; null when not told
 * @param quantity pieces in the store room, {@link #NOT_COUNTED} where there is always some, null when not told; what
 *     was sold beyond the last piece is nought
 */
public record VariantFact(
        String sku,
        @Nullable String size,
        @Nullable String colour,
        Money price,
        @Nullable Money cost,
        @Nullable Integer quantity,
        @Nullable String picture) {
    /** The shop does not count these pieces: they never run out. */
    public static final int NOT_COUNTED = Integer.MAX_VALUE;

    private static final int LONGEST = 255;
    private static final int LONGEST_ADDRESS = 2_000;

    public VariantFact {
        sku = Told.needed("the sku", sku, LONGEST);
        size = Told.optional("the size", size, LONGEST);
        colour = Told.optional("the colour", colour, LONGEST);
        if (price.minor() < 0) throw new IllegalArgumentException("the price is below nought");
        if (cost != null && cost.minor() < 0) throw new IllegalArgumentException("the cost is below nought");
        if (quantity != null) quantity = Math.max(0, quantity);
        String told = Told.optional("the picture's address", picture, LONGEST_ADDRESS);
        picture = told == null
                ? null
                : address(told)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the picture '" + told + "' is no address like https://shop.example/boot.jpg"));
    }

    /** One whose picture is not told. */
    public VariantFact(
            String sku,
            @Nullable String size,
            @Nullable String colour,
            Money price,
            @Nullable Money cost,
            @Nullable Integer quantity) {
        this(sku, size, colour, price, cost, quantity, null);
    }

    /** The address of a picture as pages can show it, by https; empty for a file's name and the like. */
    public static Optional<String> address(String told) {
        // A page that came over https shows no picture that does not.
        String safe = told.startsWith("//") ? "https:" + told : told.replaceFirst("^http://", "https://");
        try {
            return safe.startsWith("https://") && new URI(safe).getHost() != null
                    ? Optional.of(safe)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
