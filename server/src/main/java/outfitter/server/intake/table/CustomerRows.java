package outfitter.server.intake.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.CustomerFact;

/** A customer a row, in our columns or Shopify's. */
final class CustomerRows implements Layout {
    private static final Column ID = Column.of("id", "customer id", "customer");
    private static final Column EMAIL = Column.of("email", "e mail");
    private static final Column PHONE = Column.of("phone", "default address phone");
    private static final Column NAME = Column.of("name");
    private static final Column FIRST_NAME = Column.of("first name");
    private static final Column LAST_NAME = Column.of("last name");
    private static final Column POSTCODE = Column.of("postcode", "zip", "postal code", "default address zip");
    private static final Column LOCALE = Column.of("locale", "language");
    private static final Column CHANGED_AT = Column.of("changed_at", "updated at");

    private final Format format;
    private final Seen seen = new Seen();

    CustomerRows(Format format) {
        this.format = format;
    }

    @Override
    public List<Column> needed() {
        return format == Format.SHOPIFY ? List.of(FIRST_NAME, LAST_NAME, EMAIL) : List.of(EMAIL);
    }

    @Override
    public boolean isOf(Header header) {
        return header.missing(needed()).isEmpty();
    }

    @Override
    public List<Column> dates() {
        return List.of(CHANGED_AT);
    }

    @Override
    public List<Column> amounts() {
        return List.of();
    }

    @Override
    public String key(Fields row) {
        return "line " + row.row().line();
    }

    @Override
    public Told read(List<Fields> rows) {
        Gathering gathering = new Gathering();
        for (Fields row : rows) gathering.fact(List.of(row), () -> customer(row));
        return gathering.told();
    }

    private CustomerFact customer(Fields row) {
        CustomerFact fact = new CustomerFact(
                row.textOrNull(ID),
                name(row),
                row.textOrNull(EMAIL),
                row.textOrNull(PHONE),
                row.textOrNull(POSTCODE),
                row.textOrNull(LOCALE),
                row.dateOrNull(CHANGED_AT));
        String who = fact.externalId() != null ? "id " + fact.externalId() : String.valueOf(row.textOrNull(EMAIL));
        long before = fact.externalId() == null && fact.email() == null
                ? 0
                : seen.put(who, row.row().line());
        if (before > 0) throw new BadRow("customer " + who + " stands already on line " + before);
        return fact;
    }

    private static @Nullable String name(Fields row) {
        String whole =
                row.text(NAME).isEmpty() ? (row.text(FIRST_NAME) + " " + row.text(LAST_NAME)).strip() : row.text(NAME);
        return whole.isEmpty() ? null : whole;
    }
}
