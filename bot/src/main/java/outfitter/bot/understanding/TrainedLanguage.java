package outfitter.bot.understanding;

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

    Classifier classifier() {
        return classifier;
    }

    /** All of it, for {@link LanguageTraining#read} of the same or a later day. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
