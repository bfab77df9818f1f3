package outfitter.server.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;

/** Decimal amounts, as Shopify writes them, in minor units. */
final class Amounts {
    private Amounts() {}

    /** Nought when there is none. Throws {@link IllegalArgumentException} for a currency that there is not, or too much money. */
    static Money money(@Nullable BigDecimal amount, String currency) {
        try {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            BigDecimal minor = amount == null ? BigDecimal.ZERO : amount.movePointRight(digits);
            return new Money(minor.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the currency is none", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the amount is too large", e);
        }
    }
}
