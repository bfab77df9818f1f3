package outfitter.recommender.visit;

import java.time.Instant;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.session.SessionSettings;

/**
 * What was learned from visits about what is looked at next, and how well it did on those it had not learned from.
 *
 * @param settings how similar visits are found
 * @param blend joins the signals
 * @param accepted whether the blend was better than every signal alone
 * @param learned how the blend did on what was held out
 * @param alone how the best signal did there
 * @param visits how many there were
 */
public record VisitLesson(
        SessionSettings settings, Blend blend, boolean accepted, Judged learned, Judged alone, int visits, Instant at) {
    /** Why the blend is used or refused, in one line for people. */
    public String verdict() {
        String figures =
                "of %d visits held out in part it found %.3f of what was looked at next among ten, the best signal alone %.3f"
                        .formatted(visits, learned.hits(), alone.hits());
        return (accepted ? "used: " : "refused: ") + figures;
    }
}
