package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import outfitter.bot.understanding.sentence.SentenceModel;
import outfitter.bot.understanding.sentence.Verdict;
import outfitter.models.conversation.EntryBody.Reading;

/** Reads by {@link SentenceModel}; what belongs to none of its classes is {@link Intents#NONE}. */
final class SentenceClassifier implements Classifier {
    private static final Pattern MARK = Pattern.compile("_([a-z]+)_");

    private final SentenceModel model;

    SentenceClassifier(SentenceModel model) {
        this.model = model;
    }

    SentenceModel model() {
        return model;
    }

    /** {@code masked} as a sentence, in which "order" stands where an order's number stood. */
    static String plain(String masked) {
        return MARK.matcher(masked).replaceAll("$1");
    }

    @Override
    public List<List<Reading>> read(List<String> masked) {
        return model.read(masked.stream().map(SentenceClassifier::plain).toList()).stream()
                .map(this::readings)
                .toList();
    }

    @Override
    public double refusal() {
        return model.refusal();
    }

    @Override
    public double taught(String masked) {
        return model.taught(plain(masked));
    }

    @Override
    public double taughtWhenMended(String masked) {
        return model.taughtWhenMended(plain(masked));
    }

    private List<Reading> readings(Verdict verdict) {
        List<Reading> readings = new ArrayList<>();
        double rest = 1;
        for (int c = 0; c < verdict.classes().length; c++) {
            double probability = verdict.known() * verdict.classes()[c];
            readings.add(new Reading(model.classes().get(c), probability));
            rest -= probability;
        }
        readings.add(new Reading(Intents.NONE, Math.min(1, Math.max(0, rest))));
        return Intents.ordered(readings, refusal());
    }
}
