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

    /** In words that a customer may read. */
    public Level level() {
        return quantity == 0 ? Level.OUT : quantity <= LOW ? Level.LOW : Level.IN;
    }
}
