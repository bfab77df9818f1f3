package outfitter.models.shop;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An amount of money.
 *
 * @param minor in the currency's minor units (pence); may be negative
 * @param currency ISO 4217 code, 'GBP'
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    // To make one reads its pattern anew; none may be used by two threads, so each takes a copy.
    private static final Map<Style, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    private record Style(Locale locale, String currency) {}

    public Money {
        if (currency.length() != 3) throw new IllegalArgumentException("currency " + currency);
    }

    /** The sum; both must be of one currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, inSameCurrency(other).minor), currency);
    }

    /** This amount so many times. */
    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, (long) count), currency);
    }

    /** As a customer with this locale writes it, '£129.00' in British English. */
    public String in(Locale locale) {
        NumberFormat format = (NumberFormat) FORMATS.computeIfAbsent(new Style(locale, currency), Money::format)
                .clone();
        return format.format(BigDecimal.valueOf(minor, format.getMinimumFractionDigits()));
    }

    private static NumberFormat format(Style style) {
        Currency known = Currency.getInstance(style.currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(style.locale());
        format.setCurrency(known);
        format.setMinimumFractionDigits(known.getDefaultFractionDigits());
        return format;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, inSameCurrency(other).minor);
    }

    private Money inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " and " + other.currency);
        return other;
    }
}
