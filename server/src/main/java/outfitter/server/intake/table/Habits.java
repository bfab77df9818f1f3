package outfitter.server.intake.table;

import java.util.Currency;
import java.util.Locale;

/**
 * How one file writes what can be written in several ways.
 *
 * @param currency of amounts that name none, ISO 4217
 */
public record Habits(Dates dates, Amounts amounts, String currency) {
    static boolean isCurrency(String code) {
        if (!code.matches("[A-Z]{3}")) return false;
        try {
            return !Currency.getInstance(code.toUpperCase(Locale.ROOT))
                    .getCurrencyCode()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
