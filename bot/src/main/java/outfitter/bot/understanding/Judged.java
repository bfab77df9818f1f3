package outfitter.bot.understanding;

import java.util.List;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * What was said of an utterance by something that had not seen it.
 *
 * @param intent what it really means
 * @param readings every intent with its probability, what it was read as first
 */
record Judged(String intent, List<Reading> readings) {
    Reading best() {
        return readings.get(0);
    }

    boolean isRight() {
        return best().intent().equals(intent);
    }

    /** Whether it would be right if nothing were refused. */
    boolean isLikeliest() {
        return readings.stream()
                .filter(reading -> !reading.intent().equals(Intents.NONE))
                .findFirst()
                .filter(reading -> reading.intent().equals(intent))
                .isPresent();
    }

    boolean isUnknown() {
        return intent.equals(Intents.NONE);
    }

    /** Whether it was taken for none of the intents. */
    boolean isRefused() {
        return best().intent().equals(Intents.NONE);
    }
}
