package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;
import outfitter.models.shop.ShipmentState;

/** The people of {@code /demo/people.json}, their stories told from today's date backwards. */
final class Heroes {
    private static final Duration DISPATCH = Duration.ofHours(20);

    private final Goods goods;
    private final Parcels parcels;
    private final Instant now;

    Heroes(Goods goods, Parcels parcels, Instant now) {
        this.goods = goods;
        this.parcels = parcels;
        this.now = now;
    }

    /** As written in the file. */
    record Hero(
            String externalId,
            String name,
            String email,
            String phone,
            String postcode,
            String tier,
            double sinceDaysAgo,
            String about,
            Map<String, Object> facts,
            List<Bought> orders,
            @Nullable List<Item> cart) {
        DemoPeople.DemoPerson person() {
            return new DemoPeople.DemoPerson(
                    externalId,
                    name,
                    email,
                    postcode,
                    about,
                    orders.stream().map(Bought::number).toList());
        }
    }

    record Bought(
            String number,
            double daysAgo,
            OrderState state,
            @Nullable ShipmentState parcel,
            @Nullable Integer expectedInDays,
            @Nullable Integer deliveredDaysAgo,
            List<Item> lines,
            @Nullable List<SentBack> returns) {}

    record Item(String sku, @Nullable Integer quantity) {
        int pieces() {
            return quantity == null ? 1 : quantity;
        }
    }

    record SentBack(
            String number,
            int line,
            ReturnReason reason,
            ReturnState state,
            double startedDaysAgo,
            @Nullable Double settledDaysAgo) {}

    static List<Hero> read() {
        return List.of(Resources.json("people.json", Hero[].class));
    }

    Past.Customer customer(Hero hero) {
        return new Past.Customer(
                hero.externalId(),
                hero.name(),
                hero.email(),
                hero.phone(),
                hero.postcode(),
                hero.tier(),
                hero.facts(),
                ago(hero.sinceDaysAgo()));
    }

    List<Past.Order> orders(Hero hero, int customer) {
        return hero.orders().stream().map(bought -> order(bought, customer)).toList();
    }

    /** The open cart, changed an hour ago; empty for nothing in it. */
    List<Past.Cart> cart(Hero hero, int customer) {
        List<Item> items = Objects.requireNonNullElse(hero.cart(), List.of());
        if (items.isEmpty()) return List.of();
        Map<String, Integer> pieces = new LinkedHashMap<>();
        items.forEach(item -> pieces.put(item.sku(), item.pieces()));
        return List.of(new Past.Cart(
                customer, "open", now.minus(Duration.ofHours(26)), now.minus(Duration.ofHours(1)), pieces));
    }

    private Past.Order order(Bought bought, int customer) {
        List<Past.Line> lines = bought.lines().stream().map(this::line).toList();
        long worth =
                lines.stream().mapToLong(line -> line.price() * line.quantity()).sum();
        Instant placed = ago(bought.daysAgo());
        return new Past.Order(
                bought.number(),
                customer,
                bought.state(),
                "standard",
                Delivery.STANDARD.priceFor(worth),
                placed,
                lines,
                parcel(bought, placed),
                Objects.requireNonNullElse(bought.returns(), List.<SentBack>of()).stream()
                        .map(this::back)
                        .toList());
    }

    private Past.Line line(Item item) {
        Good good = goods.all().values().stream()
                .filter(each ->
                        each.pieces().stream().anyMatch(piece -> piece.sku().equals(item.sku())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no variant " + item.sku()));
        return new Past.Line(item.sku(), good.id(), item.pieces(), good.price(), 0);
    }

    private Past.@Nullable Parcel parcel(Bought bought, Instant placed) {
        Integer delivered = bought.deliveredDaysAgo();
        if (delivered != null) {
            LocalDate day = today().minusDays(delivered);
            Instant at = Parcels.at(day, LocalTime.of(11, 20));
            return parcels.parcel(ShipmentState.DELIVERED, placed.plus(DISPATCH), day.plusDays(1), at);
        }
        ShipmentState state = bought.parcel();
        if (state == null) return null;
        LocalDate expected = today().plusDays(Objects.requireNonNullElse(bought.expectedInDays(), 0));
        return parcels.parcel(state, state == ShipmentState.LABEL ? null : placed.plus(DISPATCH), expected, null);
    }

    private Past.Back back(SentBack sent) {
        Double settled = sent.settledDaysAgo();
        return new Past.Back(
                sent.number(),
                sent.line(),
                1,
                sent.reason(),
                sent.state(),
                ago(sent.startedDaysAgo()),
                settled == null ? null : ago(settled));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, Parcels.HOME);
    }

    private Instant ago(double days) {
        return now.minus(Duration.ofMinutes(Math.round(days * Duration.ofDays(1).toMinutes())));
    }
}
