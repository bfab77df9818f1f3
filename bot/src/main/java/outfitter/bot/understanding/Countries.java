package outfitter.bot.understanding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries by their names in a language, and by the other names in {@code language/<language>/countries.txt}. Immutable.
 */
final class Countries {
    private final Map<String, String> byName = new HashMap<>();

    Countries(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String code : Locale.getISOCountries()) {
            byName.put(new Locale("", code).getDisplayCountry(locale).toLowerCase(locale), code);
        }
        for (String line : Utterances.lines("language/" + language + "/countries.txt")) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 1).split(",", -1)) {
                byName.put(name.strip(), line.substring(0, colon).strip());
            }
        }
    }

    /** The code of the longest country name in {@code text}. */
    Optional<String> in(String text) {
        String plain = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
        return byName.keySet().stream()
                .filter(name -> plain.contains(" " + name + " "))
                .max(Comparator.comparingInt(String::length))
                .map(byName::get);
    }
}
