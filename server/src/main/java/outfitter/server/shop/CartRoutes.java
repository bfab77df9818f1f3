package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.Cart;
import outfitter.models.shop.Carts;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;
import outfitter.server.site.Visitor;
import outfitter.server.site.Visitors;

/** A visitor's cart. It opens the visitor's conversation if there is none yet, and each change is told there. */
final class CartRoutes {
    private final Carts carts;
    private final Supplier<Catalogue> catalogue;
    private final Site site;
    private final Announcements announcements;
    private final Clock clock;

    CartRoutes(Carts carts, Supplier<Catalogue> catalogue, Site site, Announcements announcements, Clock clock) {
        this.carts = carts;
        this.catalogue = catalogue;
        this.site = site;
        this.announcements = announcements;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get(
                "/api/shop/cart",
                Operation.of("Shows the visitor's cart").by(Access.VISITOR).returns(CartView.class),
                this::cart);
        api.post(
                "/api/shop/cart/lines",
                Operation.of("Puts pieces of something into the cart")
                        .by(Access.VISITOR)
                        .takes(Addition.class)
                        .returns(CartView.class)
                        .fails(404, "the shop does not sell it"),
                this::add);
        api.put(
                "/api/shop/cart/lines/:sku",
                Operation.of("Sets how many pieces of something lie in the cart; 0 takes it out")
                        .by(Access.VISITOR)
                        .takes(Amount.class)
                        .returns(CartView.class),
                this::set);
    }

    /**
     * What is put into the cart.
     *
     * @param suggestion the id of the suggestion that it was found by, if any
     */
    record Addition(String sku, int quantity, @Nullable UUID suggestion) {
        Addition {
            if (quantity < 1 || quantity > Carts.MOST_PIECES) {
                throw new IllegalArgumentException("must be from 1 to " + Carts.MOST_PIECES);
            }
        }
    }

    /** How many pieces there shall be. */
    record Amount(int quantity) {
        Amount {
            if (quantity < 0 || quantity > Carts.MOST_PIECES) {
                throw new IllegalArgumentException("must be from 0 to " + Carts.MOST_PIECES);
            }
        }
    }

    private Future<CartView> cart(RoutingContext ctx) {
        return theirs(site.visitors().conversation(visitor(ctx)))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<Cart>empty())
                        : carts.open(found.get().customer()))
                .map(cart -> CartView.of(cart, catalogue.get()));
    }

    private Future<CartView> add(RoutingContext ctx) {
        Addition wanted = Requests.body(ctx, Addition.class);
        sold(wanted.sku());
        return change(
                ctx,
                wanted.sku(),
                wanted.suggestion(),
                customer -> carts.add(customer, wanted.sku(), wanted.quantity(), wanted.suggestion(), clock.instant()));
    }

    private Future<CartView> set(RoutingContext ctx) {
        String sku = Requests.text(ctx, "sku");
        int quantity = Requests.body(ctx, Amount.class).quantity();
        sold(sku);
        return change(ctx, null, null, customer -> carts.set(customer, sku, quantity, clock.instant()));
    }

    private Future<CartView> change(
            RoutingContext ctx,
            @Nullable String added,
            @Nullable UUID suggestion,
            Function<CustomerId, Future<Cart>> act) {
        return theirs(site.visitors().open(visitor(ctx)))
                .compose(conversation -> act.apply(conversation.customer())
                        .compose(cart -> announcements.cartChanged(
                                conversation.id(),
                                CartView.of(Optional.of(cart), catalogue.get()),
                                added,
                                suggestion)));
    }

    private Product sold(String sku) {
        return catalogue
                .get()
                .productOf(sku)
                .filter(Product::active)
                .orElseThrow(() -> new HttpException(404, "The shop does not sell this"));
    }

    private Visitor visitor(RoutingContext ctx) {
        return site.tokens().visitor(ctx);
    }

    /** Somebody else signed in at this browser: the page must ask for a token of its own. */
    static <T> Future<T> theirs(Future<T> conversation) {
        return conversation.recover(failure -> Future.failedFuture(
                failure instanceof Visitors.NotTheirs ? new HttpException(401, failure.getMessage()) : failure));
    }
}
