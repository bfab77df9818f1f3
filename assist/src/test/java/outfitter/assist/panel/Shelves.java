package outfitter.assist.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/** A small shop and what it suggests. */
final class Shelves {
    static final Catalogue CATALOGUE = Catalogue.of(
            List.of(), List.of(product("trail-gaiter"), product("wool-sock"), product("ridge-boot")), Map.of());

    private Shelves() {}

    static Suggestions suggestions(String... goesWith) {
        List<Suggestion> list = new ArrayList<>();
        for (String product : goesWith) {
            list.add(new Suggestion(
                    product,
                    SuggestionList.GOES_WITH,
                    list.size() + 1,
                    1,
                    1,
                    1,
                    List.of(new Evidence("bought-together", Map.of("count", 132))),
                    null,
                    12,
                    null,
                    product + "-1",
                    null));
        }
        return new Suggestions(list, List.of(), List.of("ridge-boot"), List.of(), List.of(), Instant.now());
    }

    private static Product product(String id) {
        Variant variant = new Variant(id + "-1", id, null, null, null, new Money(2_900, "GBP"));
        return new Product(id, "The " + id, "", null, "", "", List.of(), false, true, Instant.EPOCH, List.of(variant));
    }
}
