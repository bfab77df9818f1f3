package outfitter.server.intake.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import outfitter.models.shop.Money;

/**
 * Amounts of money as people and programs write them: '1,234.50', '1.234,50 €', "CHF 1'234.5". Which sign separates the
 * decimals is decided once for a file, by those amounts that leave no doubt. For one thread.
 */
public final class Amounts {
    private static final int GROUP = 3;

    private long points;
    private long commas;
    private long doubtful;

    /** Learns from an amount. */
    void look(String text) {
        String plain = plain(text);
        int comma = plain.lastIndexOf(',');
        int point = plain.lastIndexOf('.');
        if (comma < 0 && point < 0) return;
        if (comma >= 0 && point >= 0) count(comma > point);
        else if (isRepeated(plain, comma, point)) count(comma < 0);
        else if (plain.length() - Math.max(comma, point) - 1 != GROUP) count(comma >= 0);
        else doubtful++;
    }

    /** Whether decimals follow a comma in this file. */
    boolean isComma() {
        return commas > points;
    }

    /** Whether nothing tells, though it would matter. */
    boolean isAssumed() {
        return points + commas == 0 && doubtful > 0;
    }

    /** The amount in minor units, rounded to the nearest; throws {@link BadRow}. */
    Money read(String text, String currency) {
        String plain = plain(text);
        String number = isComma() ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
        try {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            BigDecimal minor = new BigDecimal(number).movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
            return new Money(minor.longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BadRow("\"" + text + "\" is not an amount");
        }
    }

    private void count(boolean comma) {
        if (comma) commas++;
        else points++;
    }

    private static boolean isRepeated(String plain, int comma, int point) {
        char sign = comma >= 0 ? ',' : '.';
        return plain.indexOf(sign) != Math.max(comma, point);
    }

    /** Without currency, spaces and apostrophes. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each >= '0' && each <= '9') || each == '.' || each == ',' || each == '-') plain.append(each);
            else if (each == '\u2212') plain.append('-');
            else if (!isDecoration(each)) return text;
        }
        return plain.toString();
    }

    private static boolean isDecoration(char each) {
        return Character.isLetter(each)
                || Character.getType(each) == Character.CURRENCY_SYMBOL
                || Character.isWhitespace(each)
                || Character.isSpaceChar(each)
                || each == '\''
                || each == '\u2019';
    }
}
