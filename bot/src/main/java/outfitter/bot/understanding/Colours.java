package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Variant;

/** The colours of one catalogue by their names and by the words of these: "blue" finds what is ink blue. Immutable. */
final class Colours {
    private static final int SHORTEST = 3;
    private final Pattern any;

    Colours(Catalogue catalogue) {
        Set<String> names = new TreeSet<>();
        catalogue.products().stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::colour)
                .filter(Objects::nonNull)
                .map(colour -> colour.toLowerCase(Locale.ROOT).strip())
                .forEach(names::add);
        Set<String> parts = new TreeSet<>(names);
        names.forEach(name -> parts.addAll(List.of(name.split("[^\\p{L}]+", -1))));
        any = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:"
                + parts.stream()
                        .filter(part -> part.length() >= SHORTEST)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Colours::pattern)
                        .collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])");
    }

    private static String pattern(String name) {
        return String.join(
                "[ -]",
                Pattern.compile("[ -]+").splitAsStream(name).map(Pattern::quote).toList());
    }

    /** Every colour in {@code text}, the longest name first. */
    List<Slot> in(String text) {
        List<Slot> found = new ArrayList<>();
        any.matcher(text)
                .results()
                .filter(match -> match.end() > match.start())
                .forEach(match -> found.add(new Slot(
                        Slots.COLOUR,
                        match.group().toLowerCase(Locale.ROOT).replace('-', ' '),
                        match.start(),
                        match.end())));
        found.sort(Comparator.comparingInt((Slot slot) -> slot.end() - slot.start())
                .reversed()
                .thenComparingInt(Slot::start));
        return found;
    }
}
