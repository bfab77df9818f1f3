package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** What others chose among the dearer ones: the share that the product has of its leaf's most ordered, decayed. */
final class OftenChosen implements Scorer {
    static final double WEIGHT = 0.2;
    private static final int FEWEST = 5;

    private final Index index;

    OftenChosen(Index index) {
        this.index = index;
    }

    @Override
    public String signal() {
        return "often-chosen";
    }

    @Override
    public double points(Query query, Step step) {
        double most = query.heaviestIn(index.assortment().leaf(step.product()));
        return most == 0 ? 0 : index.products().weight(step.product()) / most;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        int orders = index.products().orders(product);
        if (orders < FEWEST) return Optional.empty();
        return Optional.of(StepUp.to(product, query)
                .map(step -> step.anchor().product())
                .filter(than -> index.products().orders(than) < orders)
                .map(than -> more(orders, than))
                .orElseGet(() -> new Evidence("ordered", Map.of("count", orders))));
    }

    private Evidence more(int orders, int than) {
        Map<String, Object> facts = Map.of(
                "count", orders,
                "than", index.assortment().id(than),
                "of", index.products().orders(than));
        return new Evidence("ordered-more", facts);
    }
}
