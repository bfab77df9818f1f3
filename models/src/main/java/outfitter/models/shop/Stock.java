package outfitter.models.shop;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of one variant lie in the store room.
 *
 * @param restockOn when more are expected; null when unknown
 */
public record Stock(String sku, int quantity, @Nullable LocalDate restockOn) {
    /** The quantity of what nobody counts, as there is always some; {@link #isCounted} tells it from a number. */
    public static final int NOT_COUNTED = 1_000_000;

    /** At most so many left is "low". */
    private static final int LOW = 3;

    public enum Level {
        IN,
        LOW,
        OUT;

        @JsonValue
        public String code() {
            return Codes.of(this);
        }
    }

    /** Whether so many pieces are a count that may be said, less what was sold of {@link #NOT_COUNTED}. */
    public static boolean isCounted(int quantity) {
        return quantity < NOT_COUNTED / 2;
    }

    /** In words that a customer may read. */
    public Level level() {
        return quantity == 0 ? Level.OUT : quantity <= LOW ? Level.LOW : Level.IN;
    }
}
