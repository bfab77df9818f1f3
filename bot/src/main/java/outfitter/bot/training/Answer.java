package outfitter.bot.training;

import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Utterance;

/**
 * How one model read one message.
 *
 * @param probability it gave to what it read
 */
record Answer(Kind kind, boolean right, double probability) {
    /** What the message was. */
    enum Kind {
        KNOWN,
        UNKNOWN,
        /** A correction that was kept back. */
        LESSON;

        static Kind of(Utterance asked, boolean isLesson) {
            if (isLesson) return LESSON;
            return asked.intent().equals(Intents.NONE) ? UNKNOWN : KNOWN;
        }
    }
}
