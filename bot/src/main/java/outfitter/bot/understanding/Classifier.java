package outfitter.bot.understanding;

import java.util.List;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Tells for texts what each may be about. Takes milliseconds of a processor, so it has no place on an event loop;
 * several texts at once cost less than one after the other. Safe to share between threads.
 */
interface Classifier {
    /**
     * For each of {@code masked}, in their order, every intent with its calibrated probability, in the order of
     * {@link Intents#ordered}; they sum to 1. The texts have no identifiers in them any more.
     */
    List<List<Reading>> read(List<String> masked);

    /** From which probability of meaning none of the intents on a text is read as such, whatever else it may mean. */
    double refusal();

    /** The share of the words of {@code masked}, as they are written, that were taught; 0 where it has no word. */
    double taught(String masked);

    /** The same, slips of the fingers mended. */
    double taughtWhenMended(String masked);
}
