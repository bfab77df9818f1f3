package outfitter.bot.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * What a text, or several in quick succession, seem to mean.
 *
 * @param text all of it, joined
 * @param readings every intent with its calibrated probability, in the order of {@link Intents#ordered}; they sum to 1
 * @param strongest for each intent the highest probability that the whole or a part of the text gave it
 * @param found every value in the text, the likeliest of a kind first
 * @param mentions products that are named, in the order of naming, also where it is not clear which is meant
 * @param matters where two matters are meant, each by itself and in their order, its values where they stand in the whole
 *     text; else empty
 * @param doubt why the text is not to be acted upon as the first reading says; null where it may be
 */
public record Understanding(
        String text,
        List<Reading> readings,
        Map<String, Double> strongest,
        List<Slot> found,
        List<Mention> mentions,
        List<Understanding> matters,
        @Nullable Doubt doubt) {
    public Understanding {
        if (readings.isEmpty()) throw new IllegalArgumentException("no reading");
        readings = List.copyOf(readings);
        strongest = Map.copyOf(strongest);
        found = List.copyOf(found);
        mentions = List.copyOf(mentions);
        matters = List.copyOf(matters);
    }

    /** Without a doubt. */
    public Understanding(
            String text,
            List<Reading> readings,
            Map<String, Double> strongest,
            List<Slot> found,
            List<Mention> mentions,
            List<Understanding> matters) {
        this(text, readings, strongest, found, mentions, matters, null);
    }

    /** One matter. */
    public Understanding(
            String text,
            List<Reading> readings,
            Map<String, Double> strongest,
            List<Slot> found,
            List<Mention> mentions) {
        this(text, readings, strongest, found, mentions, List.of());
    }

    /** A matter that was understood before, with what was found then; its places are not known any more. */
    public static Understanding again(String text, String intent, Map<String, String> slots) {
        List<Slot> found = slots.entrySet().stream()
                .map(slot -> new Slot(slot.getKey(), slot.getValue(), 0, 0))
                .toList();
        List<Mention> mentions = found.stream()
                .filter(slot -> slot.name().equals(Slots.PRODUCT))
                .map(slot -> new Mention(0, 0, List.of(new Mention.Candidate(slot.value(), 1))))
                .toList();
        return new Understanding(text, List.of(new Reading(intent, 1)), Map.of(intent, 1.0), found, mentions);
    }

    /** The same, as one of {@code all} matters of a text. */
    public Understanding beside(List<Understanding> all) {
        return new Understanding(text, readings, strongest, found, mentions, all, doubt);
    }

    /** The likeliest intent. */
    public Reading best() {
        return readings.get(0);
    }

    /** The probability that {@code intent} is meant. */
    public double probability(String intent) {
        return readings.stream()
                .filter(reading -> reading.intent().equals(intent))
                .mapToDouble(Reading::probability)
                .findFirst()
                .orElse(0);
    }

    /** The likeliest value of each slot by its name. */
    public Map<String, String> slots() {
        Map<String, String> first = new LinkedHashMap<>();
        found.forEach(slot -> first.putIfAbsent(slot.name(), slot.value()));
        return first;
    }

    public Optional<String> slot(String name) {
        return found.stream()
                .filter(slot -> slot.name().equals(name))
                .map(Slot::value)
                .findFirst();
    }

    /** Handles of the products that are clearly meant, in the order of naming. */
    public List<String> products() {
        return mentions.stream()
                .flatMap(mention -> mention.product().stream())
                .distinct()
                .toList();
    }

    /** Handles of all products that may be meant. */
    public List<String> candidates() {
        return mentions.stream()
                .flatMap(mention -> mention.candidates().stream())
                .map(Mention.Candidate::product)
                .distinct()
                .toList();
    }
}
