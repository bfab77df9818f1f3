package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** For an anchor with little history: what went with the products that resemble it. */
final class Borrowed implements Witness {
    private static final double PRIOR = 2;

    private final Index index;

    Borrowed(Index index) {
        this.index = index;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        Lender best = new Lender();
        for (Anchor anchor : query.anchors()) {
            double need = index.signals().need(anchor.product());
            if (need == 0 || !query.suits(anchor.product(), product)) continue;
            index.signals()
                    .lenders(anchor.product(), (lender, share) -> best.consider(anchor, lender, share * need, product));
        }
        return best.evidence();
    }

    /** The one that lends most for a product. */
    private final class Lender {
        private double most;
        private int product = -1;
        private int anchor = -1;
        private int orders;

        void consider(Anchor from, int lender, double share, int wanted) {
            int together = index.products().together(lender, wanted);
            double lent = share * from.weight() * together / (index.products().orders(lender) + PRIOR);
            if (together < Query.FEWEST || lent <= most) return;
            most = lent;
            product = lender;
            anchor = from.product();
            orders = together;
        }

        Optional<Evidence> evidence() {
            if (product < 0) return Optional.empty();
            String kind = index.products().orders(anchor) == 0 ? "like-without-orders" : "like-with-few-orders";
            Assortment assortment = index.assortment();
            return Optional.of(new Evidence(
                    kind, Map.of("with", assortment.id(anchor), "like", assortment.id(product), "count", orders)));
        }
    }
}
