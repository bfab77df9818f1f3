package outfitter.assist.panel;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import outfitter.assist.handoff.Shelf;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Conversation;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.models.shop.Variant;
import outfitter.recommender.ranking.HiddenPin.Why;

/**
 * The shop's shelf: a card's product must still be sold and in stock, and a suggested one must still be one that may be
 * suggested: not excluded, not owned for good, not sent back as faulty. What an agent chose freely may be any of these.
 */
public final class ShopShelf implements Shelf {
    private static final Map<Why, String> WORDS = Map.of(
            Why.UNKNOWN, "is not sold here",
            Why.INACTIVE, "is no longer sold",
            Why.SOLD_OUT, "is sold out in their size",
            Why.EXCLUDED, "was excluded from suggestions by a merchandiser",
            Why.RETURNED_FOR_FAULT, "was sent back by them as faulty",
            Why.OWNED, "is something they own already");

    private final Supplier<Catalogue> catalogue;
    private final Stocks stocks;
    private final Objector suggestions;

    /** Why a suggestion must not be made any more; {@link outfitter.recommender.Recommender#objection} is one. */
    @FunctionalInterface
    public interface Objector {
        Future<Optional<Why>> objection(Conversation to, String product);
    }

    public ShopShelf(Supplier<Catalogue> catalogue, Stocks stocks, Objector suggestions) {
        this.catalogue = catalogue;
        this.stocks = stocks;
        this.suggestions = suggestions;
    }

    @Override
    public Future<Optional<String>> objection(Conversation to, Card card) {
        Optional<Product> known = catalogue.get().product(card.product()).filter(Product::active);
        if (known.isEmpty()) return Future.succeededFuture(Optional.of("There is no product " + card.product()));
        Product product = known.get();
        return inStock(product, card).compose(there -> {
            if (!there) return Future.succeededFuture(Optional.of(product.title() + " is sold out"));
            if (card.suggestion() == null) return Future.succeededFuture(Optional.empty());
            return suggestions
                    .objection(to, product.id())
                    .map(why -> why.map(WORDS::get).map(words -> product.title() + " " + words));
        });
    }

    private Future<Boolean> inStock(Product product, Card card) {
        List<String> skus = product.variants().stream()
                .map(Variant::sku)
                .filter(sku -> card.sku() == null || card.sku().equals(sku))
                .toList();
        Function<Collection<Stock>, Boolean> any = stock -> stock.stream().anyMatch(one -> one.quantity() > 0);
        return skus.isEmpty() ? Future.succeededFuture(false) : stocks.of(skus).map(found -> any.apply(found.values()));
    }
}
