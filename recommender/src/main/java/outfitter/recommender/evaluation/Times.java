package outfitter.recommender.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as public order logs write them: ISO 8601 with a T or a blank between, with an offset or "UTC" or neither (then it is
 * UTC), a date alone, a date of eight digits, and seconds or milliseconds since 1970.
 */
final class Times {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern OFFSET = Pattern.compile("(.*\\d)T?([+-]\\d\\d):?(\\d\\d)?");
    private static final int DATE = 8;
    private static final int LONGEST_SECONDS = 11;

    private Times() {}

    /** The instant; a {@link java.time.DateTimeException} or {@link NumberFormatException} when it is none of these. */
    static Instant read(String text) {
        if (NUMBER.matcher(text).matches()) return number(text);
        String iso = text.replace(' ', 'T');
        if (iso.endsWith("TUTC")) iso = iso.substring(0, iso.length() - "TUTC".length()) + "Z";
        if (iso.endsWith("Z")) return Instant.parse(iso);
        int clock = iso.indexOf('T');
        if (clock < 0) return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        Matcher zoned = OFFSET.matcher(iso.substring(clock));
        if (!zoned.matches()) return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        String minutes = zoned.group(3) == null ? "00" : zoned.group(3);
        return LocalDateTime.parse(iso.substring(0, clock) + zoned.group(1))
                .toInstant(ZoneOffset.of(zoned.group(2) + ":" + minutes));
    }

    private static Instant number(String digits) {
        if (digits.length() == DATE) {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        long number = Long.parseLong(digits);
        return digits.length() <= LONGEST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
