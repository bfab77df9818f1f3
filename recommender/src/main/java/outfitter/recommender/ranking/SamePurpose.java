package outfitter.recommender.ranking;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A better one should serve what the customer came for: the share of tags that both have. */
final class SamePurpose implements Scorer {
    private static final double WEIGHT = 0.4;
    private static final int MOST_SAID = 2;

    private final Index index;

    SamePurpose(Index index) {
        this.index = index;
    }

    @Override
    public void score(Query query, Points points) {
        for (Step step : query.steps()) {
            int shared = shared(step).size();
            int all =
                    tags(step.anchor().product()).size() + tags(step.product()).size() - shared;
            if (all > 0) points.add(step.product(), WEIGHT * step.anchor().weight() * shared / all);
        }
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        return StepUp.to(product, query).filter(step -> !shared(step).isEmpty()).map(this::say);
    }

    private Evidence say(Step step) {
        List<String> said = shared(step).stream().limit(MOST_SAID).toList();
        String than = index.assortment().id(step.anchor().product());
        return new Evidence("same-purpose", Map.of("than", than, "tags", said));
    }

    private List<String> shared(Step step) {
        List<String> wanted = tags(step.anchor().product());
        return tags(step.product()).stream().filter(wanted::contains).toList();
    }

    private List<String> tags(int product) {
        return index.assortment().product(product).tags();
    }
}
