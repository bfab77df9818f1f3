package outfitter.bot.texts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import outfitter.bot.dialogue.Line;
import outfitter.models.json.Json;
import outfitter.models.shop.Money;
import outfitter.models.shop.OpeningHours;

/**
 * The bot's words in one language, from {@code texts/<language>.json}. Loading checks every text: a line without one, a
 * text without a line and a slot that its line does not fill stop the start with their names. Immutable, thread-safe.
 */
public final class Texts {
    private static final Line TODAY = Line.of("date.today", "date");
    private static final Line TOMORROW = Line.of("date.tomorrow", "date");
    private static final Line YESTERDAY = Line.of("date.yesterday", "date");
    private static final Line OTHER_DAY = Line.of("date.other", "date");
    private static final Line MOMENT = Line.of("date.moment", "day", "time");
    private static final Line AND = Line.of("list.and", "first", "last");
    private static final Line OR = Line.of("list.or", "first", "last");
    private static final Line DAYS = Line.of("hours.days", "first", "last", "from", "to");
    private static final Line DAY = Line.of("hours.day", "day", "from", "to");
    private static final List<Line> OWN = List.of(TODAY, TOMORROW, YESTERDAY, OTHER_DAY, MOMENT, AND, OR, DAYS, DAY);

    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, Template> templates;

    private Texts(Locale locale, ZoneId zone, Map<String, Template> templates) {
        this.locale = locale;
        this.zone = zone;
        this.templates = templates;
    }

    /**
     * Reads the texts of a language and checks them against {@code lines}, which are all that the bot may say.
     *
     * @param zone in which dates are told
     */
    public static Texts load(Locale locale, ZoneId zone, Collection<Line> lines) {
        Map<String, Line> known = new HashMap<>();
        lines.forEach(line -> known.put(line.key(), line));
        OWN.forEach(line -> known.put(line.key(), line));
        Map<String, String> texts = read("texts/" + locale.getLanguage() + ".json");
        return new Texts(locale, zone, checked(texts, known));
    }

    private static Map<String, String> read(String resource) {
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing texts " + resource);
            return Json.MAPPER.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    static Map<String, Template> checked(Map<String, String> texts, Map<String, Line> known) {
        Set<String> missing = new TreeSet<>(known.keySet());
        missing.removeAll(texts.keySet());
        if (!missing.isEmpty()) throw new IllegalStateException("texts without words: " + missing);
        Set<String> unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) throw new IllegalStateException("texts that nothing says: " + unknown);
        Map<String, Template> templates = new HashMap<>();
        texts.forEach((key, text) -> templates.put(key, template(key, text, known)));
        return Map.copyOf(templates);
    }

    private static Template template(String key, String text, Map<String, Line> known) {
        try {
            Template template = Template.parse(text);
            Set<String> unknown = new HashSet<>(template.slots());
            Line line = known.get(key);
            if (line != null) unknown.removeAll(line.slots());
            if (!unknown.isEmpty()) throw new IllegalArgumentException("unknown slot " + unknown);
            return template;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("text " + key + ": " + e.getMessage(), e);
        }
    }

    /** The words of {@code line}; dates are told as seen at {@code now}. */
    public String say(Line line, Map<String, Object> filled, Instant now) {
        Template template = templates.get(line.key());
        if (template == null) throw new IllegalStateException("no text for " + line.key());
        return template.fill(filled, (slot, value) -> word(value, now));
    }

    private String word(Object value, Instant now) {
        if (value instanceof LocalDate date) return day(date, now);
        if (value instanceof Instant at) return moment(at, now);
        if (value instanceof Money money) return money.in(locale);
        if (value instanceof OpeningHours hours) return hours(hours, now);
        if (value instanceof List<?> list)
            return list(list.stream().map(each -> word(each, now)).toList(), now);
        return String.valueOf(value);
    }

    /** "tomorrow, Tuesday 24 November". */
    private String day(LocalDate date, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        String pattern = date.getYear() == today.getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy";
        String written = DateTimeFormatter.ofPattern(pattern, locale).format(date);
        long away = ChronoUnit.DAYS.between(today, date);
        if (away == 0) return say(TODAY, Map.of("date", written), now);
        if (away == 1) return say(TOMORROW, Map.of("date", written), now);
        if (away == -1) return say(YESTERDAY, Map.of("date", written), now);
        return say(OTHER_DAY, Map.of("date", written), now);
    }

    private String moment(Instant at, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        return say(MOMENT, Map.of("day", day(local.toLocalDate(), now), "time", time(local.toLocalTime())), now);
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(time);
    }

    private String list(List<String> parts, Instant now) {
        if (parts.size() < 2) return parts.isEmpty() ? "" : parts.get(0);
        String first = String.join(", ", parts.subList(0, parts.size() - 1));
        return say(AND, Map.of("first", first, "last", parts.get(parts.size() - 1)), now);
    }

    /** Days in a row with the same hours are told together. */
    private String hours(OpeningHours hours, Instant now) {
        List<String> parts = new ArrayList<>();
        List<OpeningHours.Opening> openings = hours.openings();
        for (int from = 0; from < openings.size(); ) {
            int to = from;
            while (to + 1 < openings.size() && follows(openings.get(to), openings.get(to + 1))) to++;
            parts.add(stretch(openings.get(from), openings.get(to), now));
            from = to + 1;
        }
        return list(parts, now);
    }

    private static boolean follows(OpeningHours.Opening one, OpeningHours.Opening next) {
        return one.day().plus(1) == next.day()
                && one.from().equals(next.from())
                && one.to().equals(next.to());
    }

    private String stretch(OpeningHours.Opening first, OpeningHours.Opening last, Instant now) {
        String from = time(first.from());
        String to = time(first.to());
        if (first.equals(last)) return say(DAY, Map.of("day", name(first.day()), "from", from, "to", to), now);
        return say(DAYS, Map.of("first", name(first.day()), "last", name(last.day()), "from", from, "to", to), now);
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /** The words of a list in which any one may be chosen. */
    public String either(List<String> parts, Instant now) {
        if (parts.size() < 2) return parts.isEmpty() ? "" : parts.get(0);
        String first = String.join(", ", parts.subList(0, parts.size() - 1));
        return say(OR, Map.of("first", first, "last", parts.get(parts.size() - 1)), now);
    }
}
