package outfitter.server.shop;

import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.DeliveryOption;
import outfitter.models.shop.DeliveryOptions;
import outfitter.models.shop.Money;
import outfitter.models.shop.Policies;
import outfitter.models.shop.ReturnPolicy;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/** What the shop promises to everybody: how things are sent and how they may come back. */
final class TermsRoutes {
    private final DeliveryOptions delivery;
    private final Policies policies;

    TermsRoutes(DeliveryOptions delivery, Policies policies) {
        this.delivery = delivery;
        this.policies = policies;
    }

    void mount(Api api) {
        api.get(
                "/api/shop/terms",
                Operation.of("Tells how orders are sent within the country, and how they may come back")
                        .returns(Terms.class),
                ctx -> terms());
    }

    /** The usual way to send first. */
    record Terms(List<Way> delivery, Returns returns) {}

    /**
     * A way to send.
     *
     * @param freeFrom worth of the goods from which it costs nothing; null when it always costs
     * @param daysMin working days at best
     * @param daysMax working days at worst
     */
    record Way(
            String id, String name, Money price, @Nullable Money freeFrom, int daysMin, int daysMax) {
        static Way of(DeliveryOption option) {
            return new Way(
                    option.id(), option.name(), option.price(), option.freeFrom(), option.daysMin(), option.daysMax());
        }
    }

    /**
     * How things may come back.
     *
     * @param windowDays days after delivery
     * @param fee taken off the refund
     */
    record Returns(int windowDays, Money fee) {
        static Returns of(ReturnPolicy policy) {
            return new Returns(policy.windowDays(), policy.fee());
        }
    }

    private Future<Terms> terms() {
        Future<List<DeliveryOption>> ways = delivery.to(CheckoutRoutes.HOME_COUNTRY);
        Future<ReturnPolicy> returns = policies.returns();
        return Future.all(ways, returns)
                .map(both -> new Terms(ways.result().stream().map(Way::of).toList(), Returns.of(returns.result())));
    }
}
