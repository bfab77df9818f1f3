package outfitter.bot.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * What a text, or several in quick succession, seem to mean.
 *
 * @param text all of it, joined
 * @param readings every intent with its calibrated probability, likeliest first; they sum to 1
 * @param strongest for each intent the highest probability that the whole or a part of the text gave it
 * @param slots what was found, by slot name
 * @param products handles of the products named, in the order of naming
 */
public record Understanding(
        String text,
        List<Reading> readings,
        Map<String, Double> strongest,
        Map<String, String> slots,
        List<String> products) {
    public Understanding {
        if (readings.isEmpty()) throw new IllegalArgumentException("no reading");
        readings = List.copyOf(readings);
        strongest = Map.copyOf(strongest);
        slots = Map.copyOf(slots);
        products = List.copyOf(products);
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

    public Optional<String> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }
}
