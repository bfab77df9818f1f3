package outfitter.bot.understanding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.bot.understanding.sentence.Embedding;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.OrderNumbers;

/**
 * Understands by dictionary, pattern and the {@link LanguageModel}: identifiers first, then the shop's own words
 * (products, colours, sizes, reasons), then intents over what is left.
 *
 * <p>Several messages, or sentences, are read one by one and as a whole. Where the whole is not surely a matter, a part that
 * is one outweighs the manners around it: "hi" / "I bought boots" / "where are they" asks where they are.
 */
public final class ShopUnderstander {
    /** From here on a reading is acted upon. */
    public static final double SURE = 0.6;

    private static final double FEW_KNOWN = 0.34;

    private volatile TrainedLanguage language;
    private final SlotFinder slots;
    private final Gestures gestures;
    private final Sentences sentences;
    private final TwoMatters twoMatters;
    private final Tongue tongue;

    private ShopUnderstander(String language, TrainedLanguage spoken, SlotFinder slots) {
        this.language = spoken;
        this.slots = slots;
        gestures = Gestures.of(language);
        sentences = new Sentences(language);
        twoMatters = new TwoMatters(language);
        tongue = new Tongue(language);
    }

    /**
     * Reads {@code language} ('en') over {@code intents}, each of which has its utterances. Loads or trains its model:
     * up to some seconds, so never call it on an event loop.
     */
    public static ShopUnderstander of(
            String language, Collection<String> intents, Supplier<Catalogue> catalogue, Means means) {
        return of(language, new ShopLanguage(language, intents, means).trained(), catalogue, OrderNumbers.STANDARD);
    }

    /** Reads {@code language} ('en') by {@code spoken} at first, for a shop that prints its order numbers so. */
    public static ShopUnderstander of(
            String language, TrainedLanguage spoken, Supplier<Catalogue> catalogue, OrderNumbers numbers) {
        return new ShopUnderstander(language, spoken, new SlotFinder(language, catalogue, numbers));
    }

    /** Trains the model that {@link #of} will load into {@code file}, unless it is there already. */
    public static void build(Path file, String language, Collection<String> intents, Means means) throws IOException {
        new ShopLanguage(language, intents, means).build(file);
    }

    /** Loads what takes longest of {@link Means#SENTENCES}, so that {@link #of} finds it ready; some tenths of a second. */
    public static void warmUp() {
        Embedding.shared();
    }

    /** Loads what the first text would wait for: the detector of languages, about a second. */
    public static void warmUpForTexts() {
        Tongue.load();
    }

    /** What customers are read by now. */
    public TrainedLanguage language() {
        return language;
    }

    /** Reads by {@code trained} from the next text on. */
    public void speak(TrainedLanguage trained) {
        language = trained;
    }

    /** What these messages of one customer, oldest first and at least one, mean together. Some milliseconds of work. */
    public Understanding understand(List<String> messages) {
        return understandAll(List.of(messages)).get(0);
    }

    /** The same for several customers' messages, each by itself and in their order. */
    List<Understanding> understandAll(List<List<String>> customers) {
        List<Heard> heard = customers.stream().map(this::hear).toList();
        List<List<Reading>> readings = language.classifier()
                .read(heard.stream().flatMap(each -> each.views().stream()).toList());
        List<Understanding> understood = new ArrayList<>();
        int from = 0;
        for (Heard each : heard) {
            int to = from + each.views().size();
            understood.add(understanding(each, readings.subList(from, to)));
            from = to;
        }
        return understood;
    }

    /**
     * What was said, and how it will be looked at: as a whole first, then its parts when it has several, then both sides of
     * each cut into two matters.
     */
    private record Heard(String text, SlotFinder.Found found, List<Clauses.Cut> cuts, List<String> views) {
        int parts() {
            return views.size() - 2 * cuts.size();
        }
    }

    private Heard hear(List<String> messages) {
        String text = String.join("\n", messages);
        SlotFinder.Found found = slots.in(text);
        String whole = gestures.read(found.masked());
        List<String> views = new ArrayList<>(List.of(whole));
        List<String> parts = sentences.of(whole);
        if (parts.size() > 1) views.addAll(parts);
        List<Clauses.Cut> cuts = twoMatters.cuts(text, found);
        views.addAll(TwoMatters.sides(text, found, cuts));
        return new Heard(text, found, cuts, views);
    }

    private Understanding understanding(Heard heard, List<List<Reading>> all) {
        List<List<Reading>> views = all.subList(0, heard.parts());
        Map<String, Double> strongest = new HashMap<>();
        views.forEach(
                view -> view.forEach(reading -> strongest.merge(reading.intent(), reading.probability(), Math::max)));
        SlotFinder.Found found = heard.found();
        List<Understanding> matters =
                TwoMatters.among(heard.text(), found, heard.cuts(), all.subList(heard.parts(), all.size()));
        List<Reading> readings = combined(views);
        Doubt doubt = matters.isEmpty() ? doubt(heard.views().get(0), readings) : null;
        return new Understanding(heard.text(), readings, strongest, found.slots(), found.mentions(), matters, doubt);
    }

    private @Nullable Doubt doubt(String masked, List<Reading> readings) {
        if (masked.codePoints().noneMatch(Character::isLetterOrDigit)) return Doubt.TOO_SHORT;
        Classifier classifier = language.classifier();
        if (tongue.isOther(masked, classifier)) return Doubt.OTHER_LANGUAGE;
        Reading first = readings.get(0);
        if (first.probability() >= SURE && !first.intent().equals(Intents.NONE)) return null;
        if (classifier.taughtWhenMended(masked) < FEW_KNOWN) return Doubt.UNKNOWN_WORDS;
        return first.intent().equals(Intents.NONE) ? Doubt.NONE_OF_OURS : Doubt.SEVERAL_READINGS;
    }

    private List<Reading> combined(List<List<Reading>> views) {
        List<Reading> whole = views.get(0);
        Reading first = whole.get(0);
        if (first.probability() >= SURE && Intents.isMatter(first.intent())) return whole;
        return views.stream()
                .skip(1)
                .filter(view -> Intents.isMatter(view.get(0).intent()))
                .max(Comparator.comparingDouble(view -> view.get(0).probability()))
                .map(part -> mean(whole, part))
                .orElse(whole);
    }

    private List<Reading> mean(List<Reading> whole, List<Reading> part) {
        Map<String, Double> sums = new HashMap<>();
        whole.forEach(reading -> sums.merge(reading.intent(), reading.probability() / 4, Double::sum));
        part.forEach(reading -> sums.merge(reading.intent(), reading.probability() * 3 / 4, Double::sum));
        List<Reading> means = sums.entrySet().stream()
                .map(sum -> new Reading(sum.getKey(), Math.min(1, sum.getValue())))
                .toList();
        return Intents.ordered(means, language.classifier().refusal());
    }
}
