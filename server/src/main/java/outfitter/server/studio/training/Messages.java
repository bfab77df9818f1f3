package outfitter.server.studio.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.language.HeardUtterance;
import outfitter.models.language.Meaning;
import outfitter.models.language.Review;

/** What the training room says and takes about what customers wrote. */
final class Messages {
    private Messages() {}

    /**
     * A page of what customers wrote, newest first.
     *
     * @param more whether older ones follow
     * @param toLookAt how many doubtful ones nobody has looked at
     * @param corrected how many somebody has
     */
    record Page(List<Message> messages, boolean more, long toLookAt, long corrected) {}

    /**
     * Something that a customer wrote.
     *
     * @param text with marks such as '_mail_' where it told who wrote it
     * @param readings likeliest first
     * @param routine that settled it or asked for more
     * @param version that read it; null for the build's own
     * @param doubt why the bot did not act upon the first reading, such as 'other-language'
     */
    record Message(
            long id,
            String at,
            String text,
            List<Reading> readings,
            HeardUtterance.Did did,
            @Nullable String routine,
            @Nullable Long version,
            boolean doubtful,
            @Nullable String doubt,
            @Nullable Correction correction) {
        static Message of(Review review) {
            HeardUtterance heard = review.heard();
            Review.Correction correction = review.correction();
            return new Message(
                    review.id(),
                    heard.at().toString(),
                    heard.text(),
                    heard.readings(),
                    heard.did(),
                    heard.routine(),
                    heard.model(),
                    heard.doubtful(),
                    heard.doubt(),
                    correction == null
                            ? null
                            : new Correction(
                                    correction.intent(),
                                    correction.by(),
                                    correction.at().toString()));
        }
    }

    /**
     * What somebody said that it means.
     *
     * @param intent null when nothing is to be learned from it
     * @param by the colleague's name; null when the account is gone
     */
    record Correction(@Nullable String intent, @Nullable String by, String at) {}

    /** @param intent null when nothing is to be learned from it */
    record Meant(@Nullable String intent) {}

    /** What can be meant, in the order of the shop's matters. */
    record Intents(List<Meaning> intents) {}
}
