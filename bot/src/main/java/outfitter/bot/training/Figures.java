package outfitter.bot.training;

import java.util.List;

/**
 * What a model reached on messages that it was not trained with.
 *
 * @param known how many of the held-out ones are a matter of ours
 * @param unknown how many are none of ours
 * @param accuracy share of the known whose likeliest reading is right
 * @param unknownRecall share of the unknown that it takes for none of ours
 * @param calibrationError how far its probabilities are from the truth on average, in 15 bins, from 0 to 1
 * @param slowestMillis processor time that all but one in a hundred messages stay below
 * @param lessons how many of the shop's corrections were kept back to judge by
 * @param lessonsRight share of them that it reads as they were corrected; 1 when there are none
 * @param confused which intents it takes for which others, the most frequent first
 */
public record Figures(
        int known,
        int unknown,
        double accuracy,
        double unknownRecall,
        double calibrationError,
        double slowestMillis,
        int lessons,
        double lessonsRight,
        List<Confusion> confused) {
    public Figures {
        confused = List.copyOf(confused);
    }

    /** So often {@code intent} was taken for {@code readAs}; a few of them as examples. */
    public record Confusion(String intent, String readAs, int times, List<String> examples) {
        public Confusion {
            examples = List.copyOf(examples);
        }
    }
}
