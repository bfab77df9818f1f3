package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.customer.Customer;
import outfitter.models.customer.CustomerId;
import outfitter.models.customer.Customers;
import outfitter.models.shop.SegmentSales;
import outfitter.recommender.ranking.Segments;

/** Which sort of customer somebody is, and what such customers ordered in the last 30 days. Thread-safe. */
final class SegmentReader {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentReader.class);
    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final String NEW = "new";

    private final SegmentSales sales;
    private final Customers customers;
    private final Segments segments;
    private final Clock clock;
    private volatile Instant readAt = Instant.MIN;

    /** @param segments learns of all that was read */
    SegmentReader(Pool db, Segments segments, Clock clock) {
        sales = new SegmentSales(db);
        customers = new Customers(db);
        this.segments = segments;
        this.clock = clock;
    }

    /** What is known of somebody who bought nothing yet. */
    Future<Set<String>> ofStranger(CustomerId customer) {
        keepFresh();
        return customers.find(customer).map(found -> {
            Set<String> known = new HashSet<>(Set.of(NEW));
            found.map(Customer::tier).ifPresent(known::add);
            return known;
        });
    }

    /** Reads beside a question what was ordered, now and then; nobody waits. */
    void keepFresh() {
        if (readAt.plus(FRESH).isAfter(clock.instant())) return;
        reload().onFailure(failure -> LOG.warn("sales by segment not read", failure));
    }

    Future<Void> reload() {
        readAt = clock.instant();
        return sales.since(clock.instant().minus(LATELY))
                .onSuccess(segments::learn)
                .mapEmpty();
    }
}
