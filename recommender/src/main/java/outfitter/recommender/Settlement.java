package outfitter.recommender;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.Impressions;
import outfitter.models.shop.Order;

/** Settles the impressions that led to orders. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final Impressions impressions;

    Settlement(Impressions impressions) {
        this.impressions = impressions;
    }

    /** Settles what led to {@code order}; beside it, and logged when that fails. */
    void placed(Order order) {
        settle(order.number()).onFailure(failure -> LOG.warn("impressions not settled order={}", order.id(), failure));
    }

    /** Settles orders whose news was lost with a server that died lately. */
    Future<Void> missed(Instant now) {
        return impressions
                .missedOrders(now.minus(LOOK_BACK))
                .compose(missed -> Future.all(missed.stream().map(this::settle).toList()))
                .mapEmpty();
    }

    private Future<Void> settle(String order) {
        return impressions.ordered(order).mapEmpty();
    }
}
