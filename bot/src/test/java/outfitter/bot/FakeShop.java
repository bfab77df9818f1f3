package outfitter.bot;

import io.vertx.core.Future;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.bot.routine.Shop;
import outfitter.models.customer.CustomerId;
import outfitter.models.proof.Attempt;
import outfitter.models.proof.ProofAttempts;
import outfitter.models.proof.Verdict;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.DeliveryOption;
import outfitter.models.shop.Money;
import outfitter.models.shop.OpeningHours;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.Product;
import outfitter.models.shop.Return;
import outfitter.models.shop.ReturnPolicy;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnStart;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.Shipment;
import outfitter.models.shop.ShipmentState;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Variant;
import outfitter.recommender.Found;
import outfitter.recommender.Wish;
import outfitter.recommender.ranking.Suggestions;

/** A shop in memory. Every order has facts of its own that no other sentence of the bot could contain. */
final class FakeShop implements Shop {
    static final CustomerId ADA = new CustomerId(1);
    static final CustomerId BO = new CustomerId(2);
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private final Map<String, Return> returns = new HashMap<>();
    private final Map<String, String> causes = new HashMap<>();
    private final Catalogue catalogue;
    int started;

    FakeShop() {
        List<Product> products = new ArrayList<>();
        products.add(product("granite-peak-boot", "Granite Peak Boot", true, "42", "43"));
        products.add(product("tarn-two-tent", "Tarn Two Tent", true));
        add(products, "OF-100001", ADA, OrderState.SHIPPED, ShipmentState.IN_TRANSIT);
        add(products, "OF-100002", ADA, OrderState.DELIVERED, ShipmentState.DELIVERED);
        add(products, "OF-100003", ADA, OrderState.PLACED, null);
        add(products, "OF-200001", BO, OrderState.DELIVERED, ShipmentState.DELIVERED);
        add(products, "OF-200002", BO, OrderState.SHIPPED, ShipmentState.LATE);
        add(products, "OF-200003", BO, OrderState.SHIPPED, ShipmentState.LOST);
        add(products, "OF-200004", BO, OrderState.CANCELLED, null);
        Category boots = new Category("boots", null, "Boots", null, null, 1);
        catalogue = Catalogue.of(List.of(boots), products, Map.of());
    }

    private void add(
            List<Product> products,
            String number,
            CustomerId customer,
            OrderState state,
            @Nullable ShipmentState parcel) {
        String digits = number.substring(3);
        // Inactive, so that no search finds it: only the order can bring it up.
        products.add(product("secret-" + digits, "Zorblax " + digits + " Item", false));
        Shipment shipment = parcel == null
                ? null
                : new Shipment(
                        1,
                        "Quuxpost" + digits,
                        "TRK" + digits,
                        parcel,
                        NOW.minusSeconds(90_000),
                        LocalDate.of(2026, 11, 24),
                        parcel == ShipmentState.DELIVERED ? NOW.minusSeconds(400_000) : null);
        orders.put(
                number,
                new Order(
                        Long.parseLong(digits),
                        number,
                        customer,
                        "c" + digits + "@example.org",
                        "AB" + digits.charAt(5) + " 1CD",
                        "GB",
                        state,
                        "standard",
                        new Money(0, "GBP"),
                        new Money(9_900, "GBP"),
                        NOW.minusSeconds(500_000),
                        List.of(new OrderLine(1, "S" + digits, "secret-" + digits, 1, new Money(9_900, "GBP"))),
                        shipment == null ? List.of() : List.of(shipment),
                        List.of()));
    }

    private static Product product(String id, String title, boolean active, String... sizes) {
        List<Variant> variants = new ArrayList<>();
        for (String size : sizes.length == 0 ? new String[] {"one"} : sizes) {
            variants.add(new Variant(
                    id + "-" + size, id, sizes.length == 0 ? null : size, "Brown", null, new Money(9_900, "GBP")));
        }
        return new Product(id, title, "Tarn", "boots", "", "Wipe it.", List.of(), false, active, NOW, variants);
    }

    /** What only the order's owner, or who proved it, may read. */
    static List<String> secretsOf(String number) {
        String digits = number.substring(3);
        return List.of("TRK" + digits, "Quuxpost" + digits, "Zorblax " + digits);
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Future<Optional<Order>> order(String number) {
        return Future.succeededFuture(Optional.ofNullable(orders.get(number)));
    }

    @Override
    public Future<List<Order>> ordersOf(CustomerId customer, int limit) {
        return Future.succeededFuture(orders.values().stream()
                .filter(order -> customer.equals(order.customer()))
                .limit(limit)
                .toList());
    }

    @Override
    public Future<Verdict> attempt(Attempt attempt, Instant now) {
        if (wrong.getOrDefault(attempt.order(), 0) >= ProofAttempts.WRONG_PER_ORDER) {
            return Future.succeededFuture(Verdict.CLOSED);
        }
        if (attempt.correct()) return Future.succeededFuture(Verdict.PROVED);
        int tries = wrong.merge(attempt.order(), 1, Integer::sum);
        return Future.succeededFuture(tries >= ProofAttempts.WRONG_PER_ORDER ? Verdict.CLOSING : Verdict.WRONG);
    }

    @Override
    public Future<List<DeliveryOption>> deliveryTo(String country) {
        return Future.succeededFuture(
                List.of(new DeliveryOption("standard", "Standard", country, new Money(395, "GBP"), null, 2, 3)));
    }

    @Override
    public Future<ReturnPolicy> returnPolicy() {
        return Future.succeededFuture(new ReturnPolicy(30, new Money(0, "GBP"), 5, Set.of()));
    }

    @Override
    public Future<OpeningHours> openingHours() {
        return Future.succeededFuture(new OpeningHours(
                ZoneId.of("Europe/London"),
                List.of(new OpeningHours.Opening(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(20, 0)))));
    }

    @Override
    public Future<ReturnStart> startReturn(
            String order, int line, int quantity, ReturnReason reason, Instant now, String cause) {
        Return known = returns.get(order);
        if (known != null) {
            boolean same = cause.equals(causes.get(order));
            return Future.succeededFuture(same ? new ReturnStart.Started(known) : new ReturnStart.Already(known));
        }
        Return fresh = new Return(
                "RT-" + ++started, order, line, quantity, reason, reason.faulty(), ReturnState.STARTED, now, null);
        returns.put(order, fresh);
        causes.put(order, cause);
        return Future.succeededFuture(new ReturnStart.Started(fresh));
    }

    @Override
    public Future<Map<String, Stock>> stockOf(Collection<String> products) {
        return Future.succeededFuture(Map.of(
                "granite-peak-boot-42", new Stock("granite-peak-boot-42", 3, null),
                "granite-peak-boot-43",
                        new Stock(
                                "granite-peak-boot-43",
                                0,
                                LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(9))));
    }

    @Override
    public Future<List<Found>> find(Wish wish) {
        return Future.succeededFuture(List.of(new Found("tarn-two-tent", List.of(), 3, null)));
    }

    @Override
    public Future<Suggestions> goesWith(CustomerId customer, List<String> products) {
        return Future.succeededFuture(new Suggestions(List.of(), List.of(), List.of(), List.of(), List.of(), NOW));
    }
}
