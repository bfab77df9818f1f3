package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Tells whether one message holds two matters: it does when, cut in two somewhere, each side by itself is surely a matter,
 * and not of those that people tell together. A cut that is not needed harms more than one that is missed, so both sides
 * must be sure. Immutable, and shared between threads.
 */
final class TwoMatters {
    private static final double SURE = 0.75;
    private static final Set<String> OF_BOTH = Set.of(Slots.ORDER, Slots.EMAIL, Slots.PHONE, Slots.POSTCODE);

    private final Clauses clauses;

    TwoMatters(String language) {
        clauses = Clauses.of(language);
    }

    /** Where {@code text} may be cut; never inside of what was found in it. */
    List<Clauses.Cut> cuts(String text, SlotFinder.Found found) {
        return clauses.in(Veil.over(text, found.hidden()));
    }

    /** What a model may see of both sides of each cut, one after the other. */
    static List<String> sides(String text, SlotFinder.Found found, List<Clauses.Cut> cuts) {
        List<String> sides = new ArrayList<>();
        for (Clauses.Cut cut : cuts) {
            sides.add(Veil.marked(text, found.hidden(), 0, cut.until()).strip());
            sides.add(
                    Veil.marked(text, found.hidden(), cut.from(), text.length()).strip());
        }
        return sides;
    }

    /** The two matters, given the readings of all {@link #sides}; empty where there are not two. */
    static List<Understanding> among(
            String text, SlotFinder.Found found, List<Clauses.Cut> cuts, List<List<Reading>> readings) {
        return IntStream.range(0, cuts.size())
                .filter(cut -> areTwo(readings, cut))
                .boxed()
                .max(Comparator.comparingDouble(cut -> surety(readings, cut)))
                .map(cut -> List.of(
                        side(text, found, 0, cuts.get(cut).until(), readings.get(2 * cut)),
                        side(text, found, cuts.get(cut).from(), text.length(), readings.get(2 * cut + 1))))
                .orElse(List.of());
    }

    private static boolean areTwo(List<List<Reading>> readings, int cut) {
        Reading one = readings.get(2 * cut).get(0);
        Reading other = readings.get(2 * cut + 1).get(0);
        return surety(readings, cut) >= SURE && Intents.areTwo(one.intent(), other.intent());
    }

    private static double surety(List<List<Reading>> readings, int cut) {
        return Math.min(
                readings.get(2 * cut).get(0).probability(),
                readings.get(2 * cut + 1).get(0).probability());
    }

    // Whoever gives a number or a postcode gives it for both; what is talked of first may be "them" afterwards.
    private static Understanding side(String text, SlotFinder.Found found, int from, int to, List<Reading> readings) {
        List<Slot> own = new ArrayList<>(found.slots().stream()
                .filter(slot -> slot.start() >= from && slot.end() <= to)
                .toList());
        found.slots().stream()
                .filter(slot -> OF_BOTH.contains(slot.name()))
                .filter(slot -> own.stream().noneMatch(each -> each.name().equals(slot.name())))
                .toList()
                .forEach(own::add);
        List<Mention> named = found.mentions().stream()
                .filter(mention -> mention.start() >= from && mention.end() <= to)
                .toList();
        Map<String, Double> strongest = new HashMap<>();
        readings.forEach(reading -> strongest.put(reading.intent(), reading.probability()));
        return new Understanding(
                text.substring(from, to).strip(), readings, strongest, own, named.isEmpty() ? found.mentions() : named);
    }
}
