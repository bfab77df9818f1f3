package outfitter.bot.understanding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Countries by their names in a language, and by the other names in {@code language/<language>/countries.txt}. Immutable.
 */
final class Countries {
    private final Map<String, String> byName = new HashMap<>();

    Countries(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String code : Locale.getISOCountries()) {
            byName.put(plain(new Locale("", code).getDisplayCountry(locale)), code);
        }
        for (String line : Utterances.lines("language/" + language + "/countries.txt")) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 1).split(",", -1)) {
                byName.put(plain(name), line.substring(0, colon).strip());
            }
        }
    }

    /** The country with the longest name in {@code text}, by its code. */
    Optional<Slot> in(String text) {
        String plain = " " + plain(text) + " ";
        return byName.keySet().stream()
                .filter(name -> plain.contains(" " + name + " "))
                .max(Comparator.comparingInt(String::length))
                .flatMap(name -> slot(text, name));
    }

    private Optional<Slot> slot(String text, String name) {
        Pattern written = Pattern.compile("(?iu)(?<!\\p{L})" + name.replace(" ", "[^\\p{L}]+") + "(?!\\p{L})");
        Matcher found = written.matcher(text);
        String code = byName.get(name);
        return code != null && found.find()
                ? Optional.of(new Slot(Slots.COUNTRY, code, found.start(), found.end()))
                : Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
    }
}
