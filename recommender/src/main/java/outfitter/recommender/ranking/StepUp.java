package outfitter.recommender.ranking;

import java.util.Comparator;
import java.util.Optional;

/** What the step-up scorers share. */
final class StepUp {
    private StepUp() {}

    /** The step to {@code product} from the weightiest anchor. */
    static Optional<Step> to(int product, Query query) {
        return query.steps().stream()
                .filter(step -> step.product() == product)
                .max(Comparator.comparingDouble(step -> step.anchor().weight()));
    }
}
