package outfitter.server.recommend;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.models.customer.Customers;
import outfitter.models.shop.Catalogue;
import outfitter.recommender.visit.Visits;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Items;
import outfitter.server.http.Operation;

/**
 * {@code POST /api/events}: what visitors look at, put into their carts and buy on the shop's own pages. Each is answered for
 * itself; what is wrong with one keeps no other.
 */
final class EventRoutes {
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration OLD = Duration.ofHours(24);

    /** What can happen, and what it does. */
    private static final Map<String, Happening> KINDS = Map.of(
            "view", Visits::viewed, "cart", Visits::putIntoCart, "uncart", Visits::tookOut, "purchase", Visits::bought);

    @FunctionalInterface
    private interface Happening {
        void tell(Visits visits, Visits.Who who, String product, Instant at);
    }

    private final Visits visits;
    private final Supplier<Catalogue> catalogue;
    private final Customers customers;
    private final Clock clock;

    EventRoutes(Visits visits, Supplier<Catalogue> catalogue, Customers customers, Clock clock) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.customers = customers;
        this.clock = clock;
    }

    void mount(Api api) {
        api.post(
                "/api/events",
                Operation.of("Takes what visitors look at, put into carts and buy: one, a JSON array, or one a line")
                        .by(Access.KEY)
                        .takesEach(Event.class)
                        .limit(LARGEST)
                        .returns(Report.class)
                        .fails(413, "there are more than " + MOST + ", or they are too large"),
                this::take);
    }

    /**
     * Something that a visitor did.
     *
     * @param kind 'view', 'cart', 'uncart' (taken out again) or 'purchase', which ends the visit
     * @param visitor the shop's own name for the visitor, the same through a visit
     * @param customer the customer's id in the shop's own system, where they are signed in
     * @param at null for now
     */
    record Event(
            String kind,
            String visitor,
            String product,
            @Nullable String customer,
            @Nullable Instant at) {
        Event {
            if (!KINDS.containsKey(kind))
                throw new IllegalArgumentException("the kind must be view, cart, uncart or purchase");
            if (visitor.isBlank() || visitor.length() > LONGEST_NAME)
                throw new IllegalArgumentException(
                        "the visitor must have a name of at most " + LONGEST_NAME + " characters");
        }
    }

    /**
     * What became of all.
     *
     * @param refused those that were not taken, by their place from 0
     */
    record Report(int read, int taken, List<Refusal> refused) {}

    record Refusal(int item, String reason) {}

    private Future<Report> take(RoutingContext ctx) {
        Items<Event> sent = Items.read(ctx, Event.class, MOST);
        Set<String> named = sent.items().stream()
                .flatMap(item -> item.good().stream())
                .flatMap(event -> Optional.ofNullable(event.customer()).stream())
                .collect(Collectors.toSet());
        return customers.idsOf(named).map(found -> take(sent, found));
    }

    private Report take(Items<Event> sent, Map<String, CustomerId> known) {
        List<Refusal> refused = new ArrayList<>();
        Instant now = clock.instant();
        for (int item = 0; item < sent.items().size(); item++) {
            Event event = sent.items().get(item).value();
            String reason = event == null ? sent.items().get(item).refusal() : objection(event, now);
            if (event == null || reason != null) {
                refused.add(new Refusal(item, String.valueOf(reason)));
                continue;
            }
            CustomerId customer = event.customer() == null ? null : known.get(event.customer());
            Instant at = event.at() == null || event.at().isAfter(now) ? now : event.at();
            Happening happening = Objects.requireNonNull(KINDS.get(event.kind()));
            happening.tell(visits, new Visits.Who(event.visitor(), customer), event.product(), at);
        }
        return new Report(sent.items().size(), sent.items().size() - refused.size(), refused);
    }

    private @Nullable String objection(Event event, Instant now) {
        if (catalogue.get().product(event.product()).isEmpty()) return "product: the shop has no such product";
        Instant at = event.at();
        if (at == null) return null;
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) return "at: lies in the future";
        return at.isBefore(now.minus(OLD)) ? "at: is more than a day ago" : null;
    }
}
