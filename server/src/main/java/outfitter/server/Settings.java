package outfitter.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The environment, asked for by name. A value that does not fit is a {@link StartFailure} that names the variable and
 * what would be right; a blank one counts as absent.
 */
final class Settings {
    private static final String PREFIX = "OUTFITTER_";
    /** Read by the script, not by us. */
    private static final Set<String> ELSEWHERE = Set.of("OUTFITTER_JAVA_OPTS");

    private final Map<String, String> environment;
    private final Set<String> asked = new TreeSet<>(ELSEWHERE);

    Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Optional<String> text(String name) {
        asked.add(name);
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A whole number within bounds, both included. */
    Optional<Integer> number(String name, int from, int to) {
        return text(name).map(value -> {
            String rule = "must be a whole number from " + from + " to " + to + ", not \"" + value + "\"";
            int number = read(name, value, Integer::parseInt, rule);
            if (number < from || number > to) throw wrong(name, rule);
            return number;
        });
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "must be true or false, not \"" + value + "\"");
        });
    }

    /** Values separated by commas; empty when absent. */
    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Whatever {@code parser} makes of it; what it refuses with an {@link IllegalArgumentException} is wrong. */
    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException e) {
                throw wrong(name, String.valueOf(e.getMessage()));
            }
        });
    }

    /** Variables that look like ours and that nobody asked for, so most likely misspelt; in order. */
    List<String> unknown() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !asked.contains(name))
                .sorted()
                .toList();
    }

    static StartFailure wrong(String name, String rule) {
        return new StartFailure(name + ": " + rule);
    }

    private static <T> T read(String name, String value, Function<String, T> parser, String rule) {
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            throw wrong(name, rule);
        }
    }
}
