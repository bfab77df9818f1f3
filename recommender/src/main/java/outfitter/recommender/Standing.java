package outfitter.recommender;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.Stage;

/**
 * How the ranking stands.
 *
 * @param orders how many the index has
 * @param live what ranks now; null while that is the plain counts
 * @param last what was learned last, used or refused; null before that
 * @param learning null while nothing is being learned
 * @param next when it learns by itself; null before the server is ready
 */
public record Standing(
        long orders,
        @Nullable Lesson live,
        @Nullable Lesson last,
        @Nullable Learning learning,
        @Nullable Instant next) {

    /** A lesson under way. */
    public record Learning(Stage stage, Instant since) {}
}
