package outfitter.server.intake.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as shops write them: ISO 8601, '2024-03-01 12:34:56 -0500', '13/04/2025 09:30', '4/13/25 9:30 AM', '13.04.2025'. A
 * time without a zone is taken for UTC. Whether the day or the month comes first is decided once for a file: by a number
 * above 12, else by which order puts no date into the future, else by which one lets the file run forward in time more
 * often. For one thread.
 */
public final class Dates {
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?"
                    + "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?"
                    + "\\s*((?i)[AP]M)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int CENTURY = 2000;
    private static final int MONTHS = 12;

    private final Instant now;
    private final Way dayFirst = new Way();
    private final Way monthFirst = new Way();
    private @Nullable String sample;
    private long dayFirstSurely;
    private long monthFirstSurely;

    Dates(Instant now) {
        this.now = now;
    }

    /** What speaks against an order of day and month. */
    private static final class Way {
        private long future;
        private long backward;
        private @Nullable Instant last;

        void see(@Nullable Instant at, Instant now) {
            if (at == null) return;
            if (at.isAfter(now.plus(1, ChronoUnit.DAYS))) future++;
            if (last != null && at.isBefore(last)) backward++;
            last = at;
        }
    }

    /** Learns from a date. */
    void look(String text) {
        Matcher parts = YEAR_LAST.matcher(text.strip());
        if (!parts.matches()) return;
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        if (first > MONTHS && second <= MONTHS) {
            if (dayFirstSurely++ == 0) sample = text.strip();
        } else if (second > MONTHS && first <= MONTHS) {
            if (monthFirstSurely++ == 0 && dayFirstSurely == 0) sample = text.strip();
        } else if (sample == null) {
            sample = text.strip();
        }
        dayFirst.see(yearLast(parts, true), now);
        monthFirst.see(yearLast(parts, false), now);
    }

    /** Whether the day comes before the month in this file. */
    boolean isDayFirst() {
        if (dayFirstSurely != monthFirstSurely) return dayFirstSurely > monthFirstSurely;
        if ((dayFirst.future == 0) != (monthFirst.future == 0)) return dayFirst.future == 0;
        return dayFirst.backward <= monthFirst.backward;
    }

    /** How the dates are read, and why, in a sentence for the file's owner; empty when they leave no question. */
    String words() {
        if (sample == null) return "";
        Matcher parts = YEAR_LAST.matcher(sample);
        Instant at = parts.matches() ? yearLast(parts, isDayFirst()) : null;
        String reading =
                "\"" + sample + "\" is read as " + (at == null ? "no date" : SHOWN.format(at.atOffset(ZoneOffset.UTC)));
        return reading + (isAssumed() ? " (assumed: no date in the file tells day from month)" : "");
    }

    private boolean isAssumed() {
        return dayFirstSurely == monthFirstSurely
                && (dayFirst.future == 0) == (monthFirst.future == 0)
                && dayFirst.backward == monthFirst.backward;
    }

    /** The instant; throws {@link BadRow}. */
    Instant read(String text) {
        String plain = text.strip();
        Instant at = null;
        try {
            at = plain.indexOf('T') > 0 && plain.endsWith("Z") ? Instant.parse(plain) : null;
        } catch (DateTimeException e) {
            // Perhaps without seconds; tried below.
        }
        if (at != null) return sensible(at, text);
        Matcher parts = YEAR_FIRST.matcher(plain);
        if (parts.matches()) {
            at = instant(parts, number(parts, 1), number(parts, 2), number(parts, 3), null, parts.group(7));
        } else {
            parts = YEAR_LAST.matcher(plain);
            if (parts.matches()) at = yearLast(parts, isDayFirst());
        }
        if (at == null) throw new BadRow("\"" + text + "\" is not a date" + (sample == null ? "" : orderWords()));
        return sensible(at, text);
    }

    private static Instant sensible(Instant at, String text) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1990 || year > 2100) throw new BadRow("\"" + text + "\" is not a date of ours");
        return at;
    }

    private String orderWords() {
        return isDayFirst() ? ", the day before the month" : ", the month before the day";
    }

    private static @Nullable Instant yearLast(Matcher parts, boolean day) {
        int year = number(parts, 3);
        return instant(
                parts,
                year < 100 ? CENTURY + year : year,
                number(parts, day ? 2 : 1),
                number(parts, day ? 1 : 2),
                parts.group(7),
                parts.group(8));
    }

    private static @Nullable Instant instant(
            Matcher parts, int year, int month, int day, @Nullable String half, @Nullable String zone) {
        try {
            int hour = parts.group(4) == null ? 0 : number(parts, 4);
            if (half != null) hour = hour % MONTHS + (half.equalsIgnoreCase("PM") ? MONTHS : 0);
            int minute = parts.group(5) == null ? 0 : number(parts, 5);
            int second = parts.group(6) == null ? 0 : number(parts, 6);
            LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
            return OffsetDateTime.of(local, offset(zone)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null || !(zone.startsWith("+") || zone.startsWith("-"))
                ? ZoneOffset.UTC
                : ZoneOffset.of(zone.replace(":", ""));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
