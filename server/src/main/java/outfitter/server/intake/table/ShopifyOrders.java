package outfitter.server.intake.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.OrderFact;
import outfitter.models.intake.Skus;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;

/** Shopify's order export: a row a line, the order's own columns on its first row only. */
final class ShopifyOrders implements Layout {
    /** A parcel that left so long ago has arrived; the export does not say. */
    private static final Duration SURELY_ARRIVED = Duration.ofDays(60);

    private static final Column NAME = Column.of("Name");
    private static final Column EMAIL = Column.of("Email");
    private static final Column FINANCIAL = Column.of("Financial Status");
    private static final Column FULFILMENT = Column.of("Fulfillment Status");
    private static final Column FULFILLED_AT = Column.of("Fulfilled at");
    private static final Column CURRENCY = Column.of("Currency");
    private static final Column SHIPPING = Column.of("Shipping");
    private static final Column TOTAL = Column.of("Total");
    private static final Column CREATED_AT = Column.of("Created at");
    private static final Column CANCELLED_AT = Column.of("Cancelled at");
    private static final Column QUANTITY = Column.of("Lineitem quantity");
    private static final Column LINE_NAME = Column.of("Lineitem name");
    private static final Column PRICE = Column.of("Lineitem price");
    private static final Column SKU = Column.of("Lineitem sku");
    private static final Column PERSON = Column.of("Billing Name", "Shipping Name");
    private static final Column PHONE = Column.of("Phone", "Billing Phone", "Shipping Phone");
    private static final Column ZIP = Column.of("Shipping Zip", "Billing Zip");
    private static final Column COUNTRY = Column.of("Shipping Country", "Billing Country");

    private final Instant now;

    ShopifyOrders(Instant now) {
        this.now = now;
    }

    @Override
    public List<Column> needed() {
        return List.of(NAME, CREATED_AT, QUANTITY, LINE_NAME, PRICE);
    }

    @Override
    public boolean isOf(Header header) {
        return header.has(LINE_NAME) && header.has(NAME);
    }

    @Override
    public List<Column> dates() {
        return List.of(CREATED_AT);
    }

    @Override
    public List<Column> amounts() {
        return List.of(PRICE, TOTAL, SHIPPING);
    }

    @Override
    public String key(Fields row) {
        return row.needed(NAME);
    }

    private record Line(Fields row, LineFact fact) {}

    @Override
    public Told read(List<Fields> rows) {
        Gathering gathering = new Gathering();
        Optional<Fields> head =
                rows.stream().filter(row -> !row.text(CREATED_AT).isEmpty()).findFirst();
        if (head.isEmpty()) {
            rows.forEach(row -> gathering.reject(row, "the order's first row, with Created at, is missing"));
            return gathering.told();
        }
        List<Line> lines = new ArrayList<>();
        Fields first = head.get();
        for (Fields row : rows) {
            gathering.row(row, each -> line(each, first)).ifPresent(line -> lines.add(new Line(row, line)));
        }
        gathering.fact(
                lines.stream().map(Line::row).toList(),
                () -> order(first, lines.stream().map(Line::fact).toList()));
        return gathering.told();
    }

    private static LineFact line(Fields row, Fields first) {
        String name = row.needed(LINE_NAME);
        String sku = row.text(SKU);
        return new LineFact(
                sku.isEmpty() ? Skus.ofName(name) : sku,
                name,
                row.count(QUANTITY),
                row.amount(PRICE, first.currency(CURRENCY)));
    }

    private OrderFact order(Fields first, List<LineFact> lines) {
        String currency = first.currency(CURRENCY);
        Money goods = new Money(0, currency);
        for (LineFact line : lines) goods = goods.plus(line.price().times(line.quantity()));
        Money shipping = first.amountIfAny(SHIPPING, currency).orElse(new Money(0, currency));
        return new OrderFact(
                first.needed(NAME),
                customer(first),
                first.textOrNull(EMAIL),
                first.textOrNull(ZIP),
                first.text(COUNTRY).isEmpty() ? null : Countries.code(first.text(COUNTRY)),
                state(first),
                shipping,
                first.amountIfAny(TOTAL, currency).orElse(goods.plus(shipping)),
                first.date(CREATED_AT),
                lines,
                null);
    }

    private static @Nullable CustomerFact customer(Fields first) {
        String email = first.textOrNull(EMAIL);
        String phone = first.textOrNull(PHONE);
        if (email == null && phone == null) return null;
        return new CustomerFact(null, first.textOrNull(PERSON), email, phone, first.textOrNull(ZIP), null, null);
    }

    private OrderState state(Fields first) {
        String money = first.text(FINANCIAL).toLowerCase(Locale.ROOT);
        if (!first.text(CANCELLED_AT).isEmpty() || money.equals("voided")) return OrderState.CANCELLED;
        if (first.text(FULFILMENT).equalsIgnoreCase("fulfilled")) {
            Instant sent = first.text(FULFILLED_AT).isEmpty() ? first.date(CREATED_AT) : first.date(FULFILLED_AT);
            return sent.isBefore(now.minus(SURELY_ARRIVED)) ? OrderState.DELIVERED : OrderState.SHIPPED;
        }
        return money.equals("pending") || money.equals("authorized") ? OrderState.PLACED : OrderState.PAID;
    }
}
