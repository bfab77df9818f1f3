package outfitter.recommender;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Ranker;

/** What every answer is made of, as it is now: the ranking, the rules in force, the products and their stock. Thread-safe. */
final class ShopFloor {
    private final IndexKeeper keeper;
    private final RuleBook rules;
    private final MarginBook margins;
    private final Supplier<Catalogue> catalogue;
    private final Stocks stocks;
    private final Clock clock;

    ShopFloor(
            IndexKeeper keeper,
            RuleBook rules,
            MarginBook margins,
            Supplier<Catalogue> catalogue,
            Stocks stocks,
            Clock clock) {
        this.keeper = keeper;
        this.rules = rules;
        this.margins = margins;
        this.catalogue = catalogue;
        this.stocks = stocks;
        this.clock = clock;
    }

    Ranker ranker() {
        return keeper.ranker();
    }

    RuleSet rules() {
        return rules.live();
    }

    Catalogue catalogue() {
        return catalogue.get();
    }

    Instant now() {
        return clock.instant();
    }

    /** What rules may ask about products now; without stock. */
    Wares wares() {
        Catalogue now = catalogue();
        return new Wares(now, margins.of(now), rules.sets(), Map.of());
    }

    /** The pieces left of each of {@code skus}; one that is not in the answer is sold out. */
    Future<Map<String, Integer>> inStock(Collection<String> skus) {
        return stocks.of(skus).map(all -> all.values().stream().collect(Collectors.toMap(Stock::sku, Stock::quantity)));
    }
}
