package outfitter.server.studio;

import io.vertx.core.Future;
import java.util.List;
import outfitter.models.merchandising.DraftRules;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Review;

/** Looks a draft through: what it would change, what is at odds in it, what nobody may have meant. The same for everybody who saves one. */
final class DraftReview {
    private static final int CHANGES = 50;

    private final Recommender recommender;
    private final Looks looks;

    DraftReview(Recommender recommender, Looks looks) {
        this.recommender = recommender;
        this.looks = looks;
    }

    /** {@code draft} with all that is to be said of it. */
    Future<Drafts.Draft> of(DraftRules draft) {
        Future<List<Change>> preview = recommender.preview(draft.rules());
        Future<Review> review = recommender.review(draft.rules());
        return Future.all(preview, review).map(both -> {
            List<Change> changes = preview.result();
            return new Drafts.Draft(
                    draft.rules().rules(),
                    recommender.rules().live().rules(),
                    draft.version(),
                    changes.stream()
                            .filter(Change::leavesNothing)
                            .map(this::warning)
                            .toList(),
                    review.result().conflicts(),
                    review.result().remarks(),
                    changes.stream().limit(CHANGES).map(looks::changed).toList());
        });
    }

    private String warning(Change change) {
        return "Nothing would be left in " + change.list().code() + " for " + looks.title(change.anchor());
    }
}
