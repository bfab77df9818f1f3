package outfitter.bot.understanding;

import java.util.List;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * What was said of an utterance by something that had not seen it.
 *
 * @param intent what it really means
 * @param readings every intent with its probability, likeliest first
 */
record Judged(String intent, List<Reading> readings) {
    Reading best() {
        return readings.get(0);
    }

    boolean isRight() {
        return best().intent().equals(intent);
    }

    boolean isUnknown() {
        return intent.equals(Intents.NONE);
    }

    /** Whether it was taken for none of the intents. */
    boolean isRefused() {
        return best().intent().equals(Intents.NONE);
    }
}
