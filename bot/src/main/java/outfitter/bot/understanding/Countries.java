package outfitter.bot.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Countries by their names in a language, and by the other names in {@code language/<language>/countries.txt}. Immutable.
 */
final class Countries {
    private final NameList<String> codes = new NameList<>();

    Countries(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (String code : Locale.getISOCountries()) {
            codes.add(words(letters(new Locale("", code).getDisplayCountry(locale))), code);
        }
        for (String line : Utterances.lines("language/" + language + "/countries.txt")) {
            int colon = line.indexOf(':');
            String code = line.substring(0, colon).strip();
            for (String name : line.substring(colon + 1).split(",", -1)) codes.add(words(letters(name)), code);
        }
    }

    /** The country with the longest name in {@code text}, by its code. */
    Optional<Slot> in(String text) {
        List<Token> tokens = letters(text);
        return codes.in(words(tokens)).stream()
                .map(name -> new Slot(
                        Slots.COUNTRY,
                        name.meaning(),
                        tokens.get(name.first()).start(),
                        tokens.get(name.last()).end()))
                .max(Comparator.comparingInt(slot -> slot.end() - slot.start()));
    }

    private static List<Token> letters(String text) {
        return Token.in(text).stream().filter(Token::isWord).toList();
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }
}
