package outfitter.server.shop;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.shop.Checkout;
import outfitter.models.shop.DeliveryOption;
import outfitter.models.shop.DeliveryOptions;
import outfitter.models.shop.Order;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Till;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;

/** The demonstration's till: it takes orders and nobody's money. */
final class CheckoutRoutes {
    static final String HOME_COUNTRY = "GB";
    private static final String USUAL = "standard";
    private static final int LONGEST = 200;

    private final Till till;
    private final DeliveryOptions delivery;
    private final Site site;
    private final Announcements announcements;
    private final Clock clock;

    CheckoutRoutes(Till till, DeliveryOptions delivery, Site site, Announcements announcements, Clock clock) {
        this.till = till;
        this.delivery = delivery;
        this.site = site;
        this.announcements = announcements;
        this.clock = clock;
    }

    void mount(Api api) {
        api.post(
                "/api/shop/checkout",
                Operation.of("Orders what lies in the cart; nothing has to be paid")
                        .by(Access.VISITOR)
                        .takes(Wish.class)
                        .returns(Receipt.class)
                        .fails(409, "something is sold out, or the cart is empty"),
                this::checkout);
    }

    /**
     * Where and how to send it.
     *
     * @param email null for the customer's own
     * @param postcode null for the customer's own
     * @param delivery id of a delivery option; null for the usual one
     */
    record Wish(
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String delivery) {
        Wish {
            if (tooLong(email) || tooLong(postcode)) throw new IllegalArgumentException("is too long");
        }

        private static boolean tooLong(@Nullable String text) {
            return text != null && text.length() > LONGEST;
        }
    }

    record Receipt(Placed order) {}

    /** {@code total} is in minor units, with {@code shipping}. */
    record Placed(String number, long total, long shipping, String currency) {
        static Placed of(Order order) {
            return new Placed(
                    order.number(),
                    order.total().minor(),
                    order.shipping().minor(),
                    order.total().currency());
        }
    }

    private Future<Receipt> checkout(RoutingContext ctx) {
        Wish wish = Requests.body(ctx, Wish.class);
        return delivery.to(HOME_COUNTRY)
                .map(options -> known(Objects.requireNonNullElse(wish.delivery(), USUAL), options))
                .compose(way -> CartRoutes.theirs(
                                site.visitors().open(site.tokens().visitor(ctx)))
                        .compose(conversation -> order(conversation, wish, way)));
    }

    private static String known(String way, List<DeliveryOption> options) {
        boolean offered = way.equals(USUAL)
                || options.stream().anyMatch(option -> option.id().equals(way));
        if (!offered) throw Requests.malformed("delivery", "is not offered");
        return way;
    }

    private Future<Receipt> order(Conversation conversation, Wish wish, String way) {
        Till.Purchase purchase =
                new Till.Purchase(conversation.customer(), wish.email(), wish.postcode(), way, clock.instant());
        return till.checkout(purchase)
                .map(CheckoutRoutes::placed)
                .compose(order -> announcements.ordered(conversation.id(), order))
                .map(order -> new Receipt(Placed.of(order)));
    }

    private static Order placed(Checkout outcome) {
        return outcome.match(
                Checkout.Placed::order,
                soldOut -> {
                    throw new HttpException(409, "Not enough is left: " + left(soldOut.left()));
                },
                () -> {
                    throw new HttpException(409, "The cart is empty");
                });
    }

    private static String left(List<Stock> stocks) {
        return stocks.stream()
                .map(stock -> stock.quantity() + " of " + stock.sku())
                .collect(Collectors.joining(", "));
    }
}
