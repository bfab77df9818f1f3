package outfitter.bot.understanding;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days as people name them: "24 November", "11/12", "tomorrow", "last Friday", "in 3 weeks". Identifiers must be hidden
 * before, or an order number is read as a day.
 *
 * <p>What a text says does not change from day to day, so the value of a slot does not either: '2026-11-24' (with a year),
 * '--11-24' (without), 'P3D' or '-P2W' (counted from today), 'friday', 'friday+1', 'friday-1' (the coming, the next, the
 * last), 'week+1', 'month-1', 'weekend'. {@link #on} says which day that is.
 */
public final class SaidDates {
    private static final String MONTHS = Stream.of(Month.values())
            .map(month -> month.name().toLowerCase(Locale.ROOT))
            .flatMap(name -> Stream.of(name, name.substring(0, 3)))
            .distinct()
            .collect(Collectors.joining("|"));
    private static final String DAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|"));
    private static final String COUNT = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|fourteen|a couple of)";
    private static final String UNIT = "(days?|weeks?|fortnights?|months?)";
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final List<Rule> RULES = List.of(
            rule("(20\\d\\d)-(\\d\\d)-(\\d\\d)", each -> day(each.group(1), each.group(2), each.group(3))),
            rule(
                    "(\\d{1,2})[/.](\\d{1,2})[/.](20\\d\\d|\\d\\d)",
                    each -> day(
                            each.group(3).length() == 2 ? "20" + each.group(3) : each.group(3),
                            each.group(2),
                            each.group(1))),
            rule("(\\d{1,2})/(\\d{1,2})", each -> day(null, each.group(2), each.group(1))),
            rule("(\\d{1,2})(st|nd|rd|th)? (?:of )?(" + MONTHS + ")\\.?(?:,? (20\\d\\d))?", SaidDates::dayAndMonth),
            rule("(" + MONTHS + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?", SaidDates::monthAndDay),
            rule("(?:the )?day after tomorrow", each -> "P2D"),
            rule("(?:the )?day before yesterday", each -> "-P2D"),
            rule("tomorrow|tmrw|tomorow", each -> "P1D"),
            rule("today|tonight|this (?:morning|afternoon|evening)", each -> "P0D"),
            rule("yesterday|last night", each -> "-P1D"),
            rule("(?:in|within) (?:the next )?" + COUNT + " " + UNIT, each -> away("", each)),
            rule(COUNT + " " + UNIT + "(?:'s)? (?:ago|back)", each -> away("-", each)),
            rule(COUNT + " " + UNIT + " from (?:now|today)", each -> away("", each)),
            rule("(last|past|previous|next|this|coming)? ?(" + DAYS + ")", SaidDates::weekday),
            rule("(last|previous|next|this) (week|month)", SaidDates::stretch),
            rule("(?:this |the )?weekend", each -> "weekend"));

    private record Rule(Pattern pattern, Function<MatchResult, @Nullable String> value) {}

    private SaidDates() {}

    private static Rule rule(String pattern, Function<MatchResult, @Nullable String> value) {
        return new Rule(
                Pattern.compile("(?i)(?<![\\p{L}\\p{N}_/.£$€-])(?:" + pattern + ")(?![\\p{L}\\p{N}_/]|[.-]\\d)"),
                value);
    }

    /** Every day that {@code text} names; none overlaps another. */
    static List<Slot> in(String text) {
        List<Slot> found = new ArrayList<>();
        for (Rule rule : RULES) {
            rule.pattern().matcher(text).results().forEach(match -> {
                String value = rule.value().apply(match);
                if (value == null) return;
                int start = match.start() + (text.charAt(match.start()) == ' ' ? 1 : 0);
                Slot slot = new Slot(Slots.DATE, value, start, match.end());
                if (found.stream().noneMatch(slot::overlaps)) found.add(slot);
            });
        }
        return found;
    }

    /**
     * The day that the {@code value} of a date slot means on {@code today}: for a week, month or weekend its first, for a
     * day without a year the nearest. Empty for what is no such value.
     */
    public static Optional<LocalDate> on(String value, LocalDate today) {
        try {
            if (value.startsWith("--")) return Optional.of(nearest(MonthDay.parse(value), today));
            if (value.startsWith("P") || value.startsWith("-P")) return Optional.of(today.plus(Period.parse(value)));
            if (value.equals("weekend")) {
                return Optional.of(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
            }
            if (Character.isDigit(value.charAt(0))) return Optional.of(LocalDate.parse(value));
            return Optional.of(named(value, today));
        } catch (DateTimeException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static LocalDate named(String value, LocalDate today) {
        String name = value.replaceFirst("[+-]1$", "");
        int turn = value.endsWith("+1") ? 1 : value.endsWith("-1") ? -1 : 0;
        if (name.equals("week")) return today.with(DayOfWeek.MONDAY).plusWeeks(turn);
        if (name.equals("month")) return today.withDayOfMonth(1).plusMonths(turn);
        DayOfWeek day = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        if (turn < 0) return today.with(TemporalAdjusters.previous(day));
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(day));
        boolean thisWeek = coming.isBefore(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        return turn > 0 && thisWeek ? coming.plusWeeks(1) : coming;
    }

    private static LocalDate nearest(MonthDay day, LocalDate today) {
        LocalDate here = day.atYear(today.getYear());
        if (here.isBefore(today.minusMonths(6))) return day.atYear(today.getYear() + 1);
        return here.isAfter(today.plusMonths(6)) ? day.atYear(today.getYear() - 1) : here;
    }

    // "the 3rd may arrive" and "sent 2 mar bars" are no days: a short or lower-case name needs its ending or a capital.
    private static @Nullable String dayAndMonth(MatchResult match) {
        String month = match.group(3);
        boolean doubtful = month.equals("may") || (month.length() == 3 && month.equals(month.toLowerCase(Locale.ROOT)));
        boolean said = match.group(2) != null
                || match.group(4) != null
                || match.group().contains(" of ");
        if (month.equals("may")
                ? !match.group().contains(" of ") && match.group(4) == null
                : doubtful && !said && month.equals("mar")) {
            return null;
        }
        return day(match.group(4), month, match.group(1));
    }

    private static @Nullable String monthAndDay(MatchResult match) {
        boolean verb = match.group(1).equals("may")
                || match.group(1).equals("march")
                || match.group(1).equals("mar");
        return verb && match.group(3) == null ? null : day(match.group(3), match.group(1), match.group(2));
    }

    private static @Nullable String day(@Nullable String year, String month, String day) {
        int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : number(month);
        int ofMonth = Integer.parseInt(day);
        try {
            return year == null
                    ? MonthDay.of(number, ofMonth).toString()
                    : LocalDate.of(Integer.parseInt(year), number, ofMonth).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
        return Stream.of(Month.values())
                .filter(month -> month.name().startsWith(start))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String away(String sign, MatchResult match) {
        String said = match.group(1).toLowerCase(Locale.ROOT);
        int count = Character.isDigit(said.charAt(0))
                ? Integer.parseInt(said)
                : said.equals("a couple of") ? 2 : said.equals("fourteen") ? 14 : Math.max(1, NUMBERS.indexOf(said));
        String unit = match.group(2).toLowerCase(Locale.ROOT);
        if (unit.startsWith("f")) return sign + "P" + count * 2 + "W";
        return sign + "P" + count + unit.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private static String weekday(MatchResult match) {
        String day = match.group(2).toLowerCase(Locale.ROOT);
        String which = match.group(1) == null ? "" : match.group(1).toLowerCase(Locale.ROOT);
        return day + turn(which);
    }

    private static String stretch(MatchResult match) {
        return match.group(2).toLowerCase(Locale.ROOT) + turn(match.group(1).toLowerCase(Locale.ROOT));
    }

    private static String turn(String which) {
        return switch (which) {
            case "last", "past", "previous" -> "-1";
            case "next" -> "+1";
            default -> "";
        };
    }
}
