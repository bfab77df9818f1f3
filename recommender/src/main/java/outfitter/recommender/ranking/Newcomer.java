package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/** For a product that is new here: with what a product like it was ordered together with an anchor. */
final class Newcomer implements Witness {
    private final Index index;

    Newcomer(Index index) {
        this.index = index;
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        if (index.signals().need(product) == 0) return Optional.empty();
        Best best = new Best();
        for (Anchor anchor : query.anchors()) {
            if (!query.suits(anchor.product(), product)) continue;
            index.signals().lenders(product, (like, share) -> best.consider(anchor, like, share));
        }
        return best.evidence();
    }

    private final class Best {
        private double most;
        private int like = -1;
        private int anchor = -1;
        private int orders;

        void consider(Anchor with, int lender, double share) {
            int together = index.products().together(with.product(), lender);
            double said = share * with.weight() * together;
            if (together < Query.FEWEST || said <= most) return;
            most = said;
            like = lender;
            anchor = with.product();
            orders = together;
        }

        Optional<Evidence> evidence() {
            if (like < 0) return Optional.empty();
            Assortment assortment = index.assortment();
            return Optional.of(new Evidence(
                    "new-like", Map.of("with", assortment.id(anchor), "like", assortment.id(like), "count", orders)));
        }
    }
}
