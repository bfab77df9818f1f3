package outfitter.models.merchandising;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a table for spreadsheets: {@code id,name,act,number,list,when,target,from,until}. A condition is {@code
 * category=boots|shoes} or {@code price=1000..2500}, several are joined by "; "; a target is such conditions, {@code
 * products=a|b} or {@code set=winter}. What these signs stand for in a value is written in percents, '%7C'.
 */
public final class RuleTable {
    private static final List<String> COLUMNS =
            List.of("id", "name", "act", "number", "list", "when", "target", "from", "until");
    private static final Set<String> NEEDED = Set.of("name", "act", "target");
    private static final String BETWEEN = "; ";
    private static final int MOST_FAULTS = 100;

    private RuleTable() {}

    /**
     * Something wrong.
     *
     * @param line from 1, the header's
     */
    public record Fault(long line, String text) {}

    /**
     * A table that was read.
     *
     * @param lines where each rule stands
     * @param faults what is wrong; the rules are of no use then
     */
    public record Read(List<Rule> rules, List<Long> lines, List<Fault> faults) {}

    /** {@code rules} as CSV with a header. */
    public static String write(RuleSet rules) {
        StringWriter out = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .setRecordSeparator("\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            for (Rule rule : rules.rules()) printer.printRecord(cells(rule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What {@code csv} says, or all that is wrong with it by line. */
    public static Read read(String csv) {
        List<Rule> rules = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Set<String> missing = new TreeSet<>(NEEDED);
            parser.getHeaderNames().forEach(name -> missing.remove(name.toLowerCase(Locale.ROOT)));
            if (!missing.isEmpty()) {
                faults.add(new Fault(1, "the columns " + String.join(", ", missing) + " are missing"));
                return new Read(rules, lines, faults);
            }
            long begins = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                if (faults.size() >= MOST_FAULTS) break;
                try {
                    rules.add(rule(record));
                    lines.add(begins);
                } catch (IllegalArgumentException e) {
                    faults.add(new Fault(begins, String.valueOf(e.getMessage())));
                }
                begins = parser.getCurrentLineNumber() + 1;
            }
        } catch (CSVException e) {
            faults.add(new Fault(lines.isEmpty() ? 1 : lines.get(lines.size() - 1) + 1, "a quote is not closed"));
        } catch (IOException | IllegalArgumentException e) {
            faults.add(new Fault(1, "this is no table: " + e.getMessage()));
        } catch (UncheckedIOException e) {
            faults.add(new Fault(lines.isEmpty() ? 1 : lines.get(lines.size() - 1) + 1, "a quote is not closed"));
        }
        return new Read(rules, lines, faults);
    }

    private static List<String> cells(Rule rule) {
        Integer number = rule.place() != null ? rule.place() : rule.percent() != null ? rule.percent() : rule.most();
        return List.of(
                rule.id(),
                rule.name(),
                rule.act().code(),
                number == null ? "" : number.toString(),
                rule.list() == null ? "both" : rule.list().code(),
                conditions(rule.when()),
                target(rule.target()),
                rule.from() == null ? "" : rule.from().toString(),
                rule.until() == null ? "" : rule.until().toString());
    }

    private static String target(Target target) {
        if (target.products() != null) return "products=" + values(target.products());
        if (target.set() != null) return "set=" + escaped(target.set());
        return conditions(target.selection() == null ? List.of() : target.selection());
    }

    private static String conditions(List<Condition> conditions) {
        return conditions.stream().map(RuleTable::text).collect(Collectors.joining(BETWEEN));
    }

    private static String text(Condition condition) {
        String name = condition.is().code() + "=";
        if (!condition.is().isRange()) return name + values(condition.any());
        String from = condition.from() == null ? "" : condition.from().toString();
        return name + from + ".." + (condition.to() == null ? "" : condition.to());
    }

    private static String values(List<String> values) {
        return values.stream().map(RuleTable::escaped).collect(Collectors.joining("|"));
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("|", "%7C").replace(";", "%3B").replace("=", "%3D");
    }

    private static String plain(String value) {
        // a plus is a plus here, unlike in the query of an address
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Rule rule(CSVRecord record) {
        String name = cell(record, "name");
        Act act = Act.named(cell(record, "act"));
        String id = cell(record, "id").isEmpty() ? "line-" + record.getRecordNumber() : cell(record, "id");
        Integer number = number(cell(record, "number"));
        String list = cell(record, "list");
        return new Rule(
                id,
                name,
                act,
                act == Act.PIN ? number : null,
                act == Act.BOOST || act == Act.BURY ? number : null,
                act == Act.QUOTA ? number : null,
                conditions(cell(record, "when")),
                target(cell(record, "target")),
                list.isEmpty() || list.equals("both") ? null : SuggestionList.named(list),
                instant(cell(record, "from")),
                instant(cell(record, "until")));
    }

    private static String cell(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column).strip() : "";
    }

    private static @Nullable Integer number(String text) {
        if (text.isEmpty()) return null;
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the number '" + text + "' is not a whole one");
        }
    }

    private static @Nullable Instant instant(String text) {
        if (text.isEmpty()) return null;
        try {
            boolean day = text.indexOf('T') < 0;
            return day ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a day such as 2026-12-01 nor an instant such as 2026-12-01T08:00:00Z");
        }
    }

    private static Target target(String text) {
        if (text.startsWith("products=")) return new Target(split(text.substring("products=".length())), null, null);
        if (text.startsWith("set=") && text.indexOf(';') < 0 && text.indexOf('|') < 0) {
            return Target.set(plain(text.substring("set=".length())));
        }
        return new Target(null, null, conditions(text));
    }

    private static List<Condition> conditions(String text) {
        if (text.isBlank()) return List.of();
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .map(RuleTable::condition)
                .toList();
    }

    private static Condition condition(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) throw new IllegalArgumentException("'" + text + "' is not written kind=value");
        Condition.Kind kind = Condition.Kind.named(text.substring(0, sign).strip());
        String value = text.substring(sign + 1).strip();
        if (!kind.isRange()) return new Condition(kind, split(value), null, null);
        int dots = value.indexOf("..");
        if (dots < 0)
            throw new IllegalArgumentException("'" + text + "' is not written " + kind.code() + "=least..most");
        return Condition.range(kind, limit(value.substring(0, dots)), limit(value.substring(dots + 2)));
    }

    private static @Nullable Long limit(String text) {
        if (text.isBlank()) return null;
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number");
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .map(RuleTable::plain)
                .toList();
    }
}
