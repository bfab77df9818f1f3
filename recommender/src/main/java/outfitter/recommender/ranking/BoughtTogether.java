package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** In how many orders the product was with one of the anchors: of several, the one that it has most to do with. */
final class BoughtTogether implements Witness {
    private static final double PRIOR = 2;

    private final Index index;

    BoughtTogether(Index index) {
        this.index = index;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        Anchor best = null;
        double most = 0;
        for (Anchor anchor : query.anchors()) {
            int together = together(anchor, product);
            double share = anchor.weight() * together / (index.products().orders(anchor.product()) + PRIOR);
            if (share > most && together >= Query.FEWEST && query.suits(anchor.product(), product)) {
                most = share;
                best = anchor;
            }
        }
        return Optional.ofNullable(best).map(anchor -> say(anchor, together(anchor, product)));
    }

    private int together(Anchor anchor, int product) {
        return index.products().together(anchor.product(), product);
    }

    private Evidence say(Anchor anchor, int orders) {
        String with = index.assortment().id(anchor.product());
        if (anchor.isAtHand()) return new Evidence("bought-together", Map.of("with", with, "count", orders));
        String day = Query.dayOf(anchor.at()).toString();
        return new Evidence("goes-with-bought", Map.of("with", with, "count", orders, "at", day));
    }
}
