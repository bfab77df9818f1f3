package outfitter.bot.understanding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import outfitter.bot.understanding.evaluation.Costs;

/**
 * Trains a language anew, beside the one that is in use. Everything here takes up to some seconds of all processors, so
 * it has no place on an event loop. Safe to call from any thread.
 */
public final class LanguageTraining {
    private final ShopLanguage shop;

    private LanguageTraining(ShopLanguage shop) {
        this.shop = shop;
    }

    /** Training of {@code language} ('en') over {@code intents}, as {@link ShopUnderstander#of} reads them. */
    public static LanguageTraining of(String language, Collection<String> intents, Means means) {
        return new LanguageTraining(new ShopLanguage(language, intents, means));
    }

    /** The language that came with the program; the same as {@link ShopUnderstander#of} reads by at first. */
    public TrainedLanguage shipped() {
        return shop.trained();
    }

    /** Names all that a language depends on beside what is learned from the shop: another build has another one. */
    public String fingerprint() {
        return shop.fingerprint();
    }

    /** The utterances that came with the program. */
    public List<Utterance> utterances() {
        return shop.utterances();
    }

    /** Hears how far a training is, from 0 to 1; called on the training's threads. */
    @FunctionalInterface
    public interface Progress {
        void reached(double share);
    }

    /**
     * Learns from {@code utterances}, the base ones and whatever was corrected; of the same text the last counts. The same
     * utterances always give the same language.
     */
    public TrainedLanguage train(List<Utterance> utterances, Progress progress) {
        progress.reached(0);
        TrainedLanguage trained = shop.train(utterances, progress);
        progress.reached(1);
        return trained;
    }

    /** What {@link TrainedLanguage#bytes} gave; empty when this program can no longer use it and should train anew. */
    public Optional<TrainedLanguage> read(byte[] bytes) {
        try {
            return shop.read(new ByteArrayInputStream(bytes));
        } catch (IOException cutShort) {
            return Optional.empty();
        }
    }

    /** How well {@code trained} reads utterances that it has not seen: each by itself, on this thread. */
    public LanguageFigures judge(TrainedLanguage trained, List<Utterance> unseen) {
        Costs costs = new Costs();
        List<Judged> judged = new ArrayList<>();
        for (Utterance each : unseen) {
            judged.add(costs.of(() -> new Judged(
                    each.intent(),
                    trained.classifier()
                            .read(List.of(Identifiers.in(each.text()).masked()))
                            .get(0))));
        }
        return LanguageFigures.of(judged, costs);
    }
}
