package outfitter.bot.understanding;

import java.util.List;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * What was learned from utterances: something that reads texts, and how well it does so. Immutable, and shared between
 * threads; {@link ShopUnderstander#speak} makes it the one that customers are read by.
 */
public final class TrainedLanguage {
    private final Classifier classifier;
    private final byte[] bytes;

    TrainedLanguage(Classifier classifier, byte[] bytes) {
        this.classifier = classifier;
        this.bytes = bytes;
    }

    /**
     * For each of {@code texts}, as they were written, every intent with its calibrated probability, likeliest first.
     * Takes milliseconds of a processor for each.
     */
    public List<List<Reading>> read(List<String> texts) {
        return classifier.read(
                texts.stream().map(text -> Identifiers.in(text).masked()).toList());
    }

    Classifier classifier() {
        return classifier;
    }

    /** All of it, for {@link LanguageTraining#read} of the same or a later day. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
