package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Variant;

/** The colours of one catalogue by their names and by the words of these: "blue" finds what is ink blue. Immutable. */
final class Colours {
    private static final int SHORTEST = 3;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final NameList<String> names = new NameList<>();

    Colours(Catalogue catalogue) {
        catalogue.products().stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::colour)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::add);
    }

    private void add(String colour) {
        List<String> words = words(tokens(colour));
        names.add(words, colour);
        words.stream()
                .filter(word -> word.length() >= SHORTEST && Character.isLetter(word.charAt(0)))
                .forEach(word -> names.add(List.of(word), colour));
    }

    private static List<Token> tokens(String text) {
        return Token.in(text).stream()
                .filter(token -> !token.text().equals("-"))
                .toList();
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    /** Every colour in {@code text} as it is called there, the longest name first. */
    List<Slot> in(String text) {
        List<Token> tokens = tokens(text);
        List<Slot> found = new ArrayList<>();
        for (NameList.Found<String> name : names.in(words(tokens))) {
            int start = tokens.get(name.first()).start();
            int end = tokens.get(name.last()).end();
            String called = text.substring(start, end).toLowerCase(Locale.ROOT).replace('-', ' ');
            found.add(new Slot(Slots.COLOUR, BLANKS.matcher(called).replaceAll(" "), start, end));
        }
        found.sort(Comparator.comparingInt((Slot slot) -> slot.end() - slot.start())
                .reversed()
                .thenComparingInt(Slot::start));
        return found;
    }
}
