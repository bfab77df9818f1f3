package outfitter.recommender.ranking;

import java.util.Map;
import java.util.Optional;

/**
 * What people buy in this season ({@link Index#liking}), and customers of their sort more than others ({@link Segments}): the only thing
 * to say to somebody of whom nothing is known. Where nothing was bought enough in this season to tell, as in a shop that is new or a
 * department out of season, it is what people buy all year.
 */
final class Favourites implements Witness {
    private static final String COUNTRY = "country:";

    private final Index index;
    private final Segments segments;

    Favourites(Index index, Segments segments) {
        this.index = index;
        this.segments = segments;
    }

    /** Gives every product that is liked, and suits all anchors, its share of what the most liked one is. */
    void score(Query query, Points points) {
        double most = 0;
        for (int product = 0; product < index.assortment().size(); product++) {
            most = Math.max(most, liking(product, query));
        }
        if (most == 0) return;
        for (int product = 0; product < index.assortment().size(); product++) {
            if (query.suitsAll(product)) points.add(product, liking(product, query) / most);
        }
    }

    /** Gives every product that was ever ordered, and suits all anchors, its share of what the most ordered one lately is. */
    void scoreAllYear(Query query, Points points) {
        double most = 0;
        for (int product = 0; product < index.assortment().size(); product++) {
            most = Math.max(most, index.products().weight(product));
        }
        if (most == 0) return;
        for (int product = 0; product < index.assortment().size(); product++) {
            if (query.suitsAll(product)) points.add(product, index.products().weight(product) / most);
        }
    }

    @Override
    public Optional<Evidence> evidence(Query query, int product) {
        Optional<Evidence> alike = segments.telling(
                        query.segments(), index.assortment().id(product))
                .map(Favourites::said);
        if (alike.isPresent()) return alike;
        int inSeason = index.seasonOrders(product, query.season());
        if (inSeason >= Index.ENOUGH_ORDERS) {
            return Optional.of(new Evidence(
                    "season", Map.of("count", inSeason, "season", query.season().code())));
        }
        int orders = index.products().orders(product);
        // Beside something at hand, that many in all the year say nothing.
        if (orders == 0 || !query.anchors().isEmpty()) return Optional.empty();
        return Optional.of(new Evidence("ordered", Map.of("count", orders)));
    }

    private double liking(int product, Query query) {
        double liking = index.liking(product, query.season());
        if (liking == 0 || query.segments().isEmpty()) return liking;
        return liking * segments.lift(query.segments(), index.assortment().id(product));
    }

    private static Evidence said(Segments.Telling telling) {
        String segment = telling.segment();
        if (segment.startsWith(COUNTRY)) {
            String country = segment.substring(COUNTRY.length());
            return new Evidence("segment-country", Map.of("count", telling.orders(), "country", country));
        }
        if (segment.equals("new") || segment.equals("returning")) {
            return new Evidence("segment-" + segment, Map.of("count", telling.orders()));
        }
        return new Evidence("segment-tier", Map.of("count", telling.orders(), "tier", segment));
    }
}
