package outfitter.models.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@link Instant#toString} writes them, some times faster: what a turn writes and tells holds some twenty of
 * them. Thread-safe.
 */
final class InstantText extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;
    private static final int DAY = 24 * 60 * 60;
    private static final int LONGEST = "2026-03-01T12:00:00.123456789Z".length();
    /** The years of four digits; others are left to the slower way. */
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    InstantText() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
        long second = value.getEpochSecond();
        if (second < FIRST || second > LAST) {
            json.writeString(value.toString());
            return;
        }
        char[] text = new char[LONGEST];
        json.writeString(text, 0, write(value, text));
    }

    private static int write(Instant value, char[] text) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(value.getEpochSecond(), DAY));
        int second = Math.floorMod(value.getEpochSecond(), DAY);
        digits(text, 0, 4, day.getYear());
        text[4] = '-';
        digits(text, 5, 2, day.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, day.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, second / 3_600);
        text[13] = ':';
        digits(text, 14, 2, second / 60 % 60);
        text[16] = ':';
        digits(text, 17, 2, second % 60);
        int end = fraction(text, 19, value.getNano());
        text[end] = 'Z';
        return end + 1;
    }

    // None, or three, six or nine digits: as many as say it all.
    private static int fraction(char[] text, int at, int nanos) {
        if (nanos == 0) return at;
        text[at] = '.';
        if (nanos % 1_000_000 == 0) return digits(text, at + 1, 3, nanos / 1_000_000);
        if (nanos % 1_000 == 0) return digits(text, at + 1, 6, nanos / 1_000);
        return digits(text, at + 1, 9, nanos);
    }

    private static int digits(char[] text, int at, int count, int number) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }
}
