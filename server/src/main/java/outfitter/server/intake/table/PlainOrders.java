package outfitter.server.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.OrderFact;
import outfitter.models.intake.ReturnFact;
import outfitter.models.intake.Skus;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ReturnState;

/** Our own order file: a row a line, the lines of an order by its number. A negative quantity is what came back. */
final class PlainOrders implements Layout {
    private static final Column ORDER =
            Column.of("order", "order number", "order id", "order no", "invoice", "invoice no", "number");
    private static final Column ORDERED_AT =
            Column.of("ordered_at", "order date", "placed at", "invoice date", "date", "created at");
    private static final Column SKU = Column.of("sku", "stock code", "article");
    private static final Column TITLE = Column.of("title", "product", "description", "name");
    private static final Column QUANTITY = Column.of("quantity", "qty");
    private static final Column UNIT_PRICE = Column.of("unit_price", "price");
    private static final Column CUSTOMER = Column.of("customer", "customer id");
    private static final Column CUSTOMER_NAME = Column.of("customer_name");
    private static final Column EMAIL = Column.of("email", "e mail");
    private static final Column PHONE = Column.of("phone");
    private static final Column POSTCODE = Column.of("postcode", "zip", "postal code");
    private static final Column COUNTRY = Column.of("country");
    private static final Column CURRENCY = Column.of("currency");
    private static final Column STATE = Column.of("state", "status");
    private static final Column SHIPPING = Column.of("shipping");
    private static final Column TOTAL = Column.of("total");
    private static final Column CHANGED_AT = Column.of("changed_at", "updated at");

    @Override
    public List<Column> needed() {
        return List.of(ORDER, ORDERED_AT, SKU, QUANTITY, UNIT_PRICE);
    }

    @Override
    public boolean isOf(Header header) {
        return header.missing(needed()).isEmpty();
    }

    @Override
    public List<Column> dates() {
        return List.of(ORDERED_AT, CHANGED_AT);
    }

    @Override
    public List<Column> amounts() {
        return List.of(UNIT_PRICE, SHIPPING, TOTAL);
    }

    @Override
    public String key(Fields row) {
        return row.needed(ORDER);
    }

    private record Line(Fields row, LineFact fact) {}

    @Override
    public Told read(List<Fields> rows) {
        Gathering gathering = new Gathering();
        List<Line> bought = new ArrayList<>();
        List<Fields> back = new ArrayList<>();
        for (Fields row : rows) {
            Optional<Integer> quantity = gathering.row(row, each -> each.count(QUANTITY));
            if (quantity.isEmpty()) continue;
            if (quantity.get() < 0) back.add(row);
            else gathering.row(row, PlainOrders::line).ifPresent(line -> bought.add(new Line(row, line)));
        }
        List<Fields> told = bought.stream().map(Line::row).toList();
        gathering.fact(told, () -> order(told, bought.stream().map(Line::fact).toList()));
        for (Fields row : back) gathering.fact(List.of(row), () -> returned(row));
        return gathering.told();
    }

    private static LineFact line(Fields row) {
        if (row.count(QUANTITY) == 0) throw new BadRow("the quantity is 0");
        String sku = row.needed(SKU);
        String title = row.text(TITLE);
        return new LineFact(
                sku,
                title.isEmpty() ? sku : title,
                row.count(QUANTITY),
                row.amount(UNIT_PRICE, row.currency(CURRENCY)));
    }

    private static OrderFact order(List<Fields> rows, List<LineFact> lines) {
        Fields first = rows.get(0);
        String currency = first.currency(CURRENCY);
        Money shipping =
                any(rows, SHIPPING).map(row -> row.amount(SHIPPING, currency)).orElse(new Money(0, currency));
        Money goods = new Money(0, currency);
        for (LineFact line : lines) goods = goods.plus(line.price().times(line.quantity()));
        Money sum = goods.plus(shipping);
        return new OrderFact(
                first.needed(ORDER),
                customer(rows),
                textOf(rows, EMAIL),
                textOf(rows, POSTCODE),
                first.has(COUNTRY) ? Countries.code(first.text(COUNTRY)) : null,
                any(rows, STATE).map(PlainOrders::state).orElse(null),
                shipping,
                any(rows, TOTAL).map(row -> row.amount(TOTAL, currency)).orElse(sum),
                first.date(ORDERED_AT),
                lines,
                any(rows, CHANGED_AT).map(row -> row.date(CHANGED_AT)).orElse(null));
    }

    private static @Nullable CustomerFact customer(List<Fields> rows) {
        String id = textOf(rows, CUSTOMER);
        String email = textOf(rows, EMAIL);
        String phone = textOf(rows, PHONE);
        if (id == null && email == null && phone == null) return null;
        return new CustomerFact(id, textOf(rows, CUSTOMER_NAME), email, phone, textOf(rows, POSTCODE), null, null);
    }

    private static ReturnFact returned(Fields row) {
        return new ReturnFact(
                "row " + Skus.ofName(row.needed(ORDERED_AT) + " " + row.needed(QUANTITY)),
                row.needed(ORDER),
                row.needed(SKU),
                -row.count(QUANTITY),
                null,
                ReturnState.REFUNDED,
                row.date(ORDERED_AT),
                row.date(ORDERED_AT),
                null);
    }

    private static OrderState state(Fields row) {
        String text = row.text(STATE);
        try {
            return OrderState.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadRow(
                    "the state \"" + text + "\" is none of placed, paid, packed, shipped, delivered, cancelled");
        }
    }

    private static Optional<Fields> any(List<Fields> rows, Column column) {
        return rows.stream().filter(row -> !row.text(column).isEmpty()).findFirst();
    }

    private static @Nullable String textOf(List<Fields> rows, Column column) {
        return any(rows, column).map(row -> row.text(column)).orElse(null);
    }
}
