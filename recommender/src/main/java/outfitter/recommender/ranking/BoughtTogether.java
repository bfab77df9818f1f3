package outfitter.recommender.ranking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Decayed co-purchase: the share of an anchor's orders that also had the product, newer orders counting for more, summed
 * over anchors by their weight. What goes with an anchor counts, not what replaces it.
 *
 * <p>Per anchor a and product b: w(a,b) / (w(a) + {@value #PRIOR}), w being decayed counts: the confidence that did best
 * among simple counts on Online Retail II, with a prior that keeps an anchor with three orders from shouting.
 */
final class BoughtTogether implements Scorer {
    private static final double PRIOR = 2;
    private static final int FEWEST = 2;

    private final Index index;

    BoughtTogether(Index index) {
        this.index = index;
    }

    @Override
    public void score(Query query, Points points) {
        for (Anchor anchor : query.anchors()) {
            int from = anchor.product();
            double scale = anchor.weight() / (index.products().weight(from) + PRIOR);
            index.products().partnersOf(from, (partner, orders, weight) -> {
                boolean seldom = orders < FEWEST && index.products().together(from, partner) < FEWEST;
                if (!seldom && query.complements(anchor, partner)) points.add(partner, scale * weight);
            });
        }
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        Anchor best = null;
        double most = 0;
        for (Anchor anchor : query.anchors()) {
            double share = anchor.weight()
                    * together(anchor, product)
                    / (index.products().orders(anchor.product()) + PRIOR);
            if (share > most && together(anchor, product) >= FEWEST && query.complements(anchor, product)) {
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
        LocalDate day = anchor.at().atZone(ZoneOffset.UTC).toLocalDate();
        return new Evidence("goes-with-bought", Map.of("with", with, "count", orders, "at", day.toString()));
    }
}
