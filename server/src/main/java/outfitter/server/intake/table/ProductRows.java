package outfitter.server.intake.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.PlainText;
import outfitter.models.intake.ProductFact;
import outfitter.models.intake.Skus;
import outfitter.models.intake.VariantFact;

/**
 * A variant a row, in our columns or Shopify's older or newer ones; rows of a product have the same handle, and what is
 * told of the product itself may stand on the first of them only.
 */
final class ProductRows implements Layout {
    private static final Column HANDLE = Column.of("id", "handle", "url handle", "product id");
    private static final Column TITLE = Column.of("title", "name");
    private static final Column BRAND = Column.of("brand", "vendor");
    private static final Column CATEGORY = Column.of("category", "product category");
    private static final Column TYPE = Column.of("type");
    private static final Column DESCRIPTION = Column.of("description", "body html", "body");
    private static final Column TAGS = Column.of("tags");
    private static final Column ACTIVE = Column.of("active", "published", "published on online store");
    private static final Column STATUS = Column.of("status");
    private static final Column SKU = Column.of("sku", "variant sku");
    private static final Column SIZE = Column.of("size");
    private static final Column COLOUR = Column.of("colour", "color");
    private static final Column PRICE = Column.of("price", "variant price", "unit price");
    private static final Column COST = Column.of("cost", "cost per item");
    private static final Column CURRENCY = Column.of("currency");
    private static final Column QUANTITY =
            Column.of("quantity", "stock", "variant inventory qty", "inventory quantity");
    private static final Column TRACKER = Column.of("variant inventory tracker", "inventory tracker");
    private static final Column POLICY = Column.of("variant inventory policy", "continue selling when out of stock");
    private static final Column PICTURE = Column.of("picture", "image", "variant image", "variant image url");
    private static final Column PRODUCT_PICTURE = Column.of("image src", "product image url");
    private static final Column CHANGED_AT = Column.of("changed_at", "updated at");
    private static final List<Column> OPTION_NAMES =
            List.of(Column.of("Option1 name"), Column.of("Option2 name"), Column.of("Option3 name"));
    private static final List<Column> OPTION_VALUES =
            List.of(Column.of("Option1 value"), Column.of("Option2 value"), Column.of("Option3 value"));
    private static final Set<String> COLOURS = Set.of("color", "colour", "farbe", "couleur", "kleur");
    private static final Set<String> SIZES = Set.of("size", "größe", "groesse", "taille", "maat", "shoe size");
    private static final String ONLY_ONE = "Default Title";

    private final Format format;
    private final Seen skus = new Seen();

    ProductRows(Format format) {
        this.format = format;
    }

    @Override
    public List<Column> needed() {
        return format == Format.SHOPIFY ? List.of(TITLE, PRICE) : List.of(SKU, TITLE, PRICE);
    }

    @Override
    public boolean isOf(Header header) {
        return format == Format.SHOPIFY
                ? header.has(OPTION_NAMES.get(0)) && header.has(TITLE)
                : header.missing(needed()).isEmpty();
    }

    @Override
    public List<Column> dates() {
        return List.of(CHANGED_AT);
    }

    @Override
    public List<Column> amounts() {
        return List.of(PRICE, COST);
    }

    @Override
    public String key(Fields row) {
        String handle = row.text(HANDLE);
        if (!handle.isEmpty()) return handle;
        if (format == Format.PLAIN) return "sku " + row.needed(SKU);
        return row.text(TITLE).isEmpty() ? "" : Skus.ofName(row.text(TITLE));
    }

    @Override
    public Told read(List<Fields> rows) {
        Gathering gathering = new Gathering();
        Optional<Fields> titled =
                rows.stream().filter(row -> !row.text(TITLE).isEmpty()).findFirst();
        if (titled.isEmpty()) {
            rows.forEach(row -> gathering.reject(row, "the title is missing"));
            return gathering.told();
        }
        Fields head = titled.get();
        List<Fields> told = new ArrayList<>();
        List<VariantFact> variants = new ArrayList<>();
        for (Fields row : rows) {
            if (isPictureOnly(row)) told.add(row);
            else
                gathering.row(row, each -> variant(each, head)).ifPresent(variant -> {
                    told.add(row);
                    variants.add(variant);
                });
        }
        gathering.fact(told, () -> product(head, variants));
        return gathering.told();
    }

    private boolean isPictureOnly(Fields row) {
        return format == Format.SHOPIFY
                && row.text(PRICE).isEmpty()
                && row.text(SKU).isEmpty()
                && row.text(OPTION_VALUES.get(0)).isEmpty();
    }

    private ProductFact product(Fields head, List<VariantFact> variants) {
        String handle = head.text(HANDLE);
        String title = head.needed(TITLE);
        boolean active = head.flag(ACTIVE, true) && head.flag(STATUS, true);
        return new ProductFact(
                handle.isEmpty() ? handle(title, variants) : handle,
                title,
                head.textOrNull(BRAND),
                category(head),
                description(head),
                head.has(TAGS) ? tags(head.text(TAGS)) : null,
                active,
                variants,
                head.dateOrNull(CHANGED_AT));
    }

    private String handle(String title, List<VariantFact> variants) {
        if (format == Format.SHOPIFY || variants.isEmpty()) return Skus.ofName(title);
        return Skus.handleOf(variants.get(0).sku(), title);
    }

    private static @Nullable String category(Fields head) {
        String category = head.text(CATEGORY);
        boolean none = category.isEmpty() || category.toLowerCase(Locale.ROOT).startsWith("uncategor");
        return none ? head.textOrNull(TYPE) : category;
    }

    private @Nullable String description(Fields head) {
        String text = head.textOrNull(DESCRIPTION);
        return text == null || format == Format.PLAIN ? text : PlainText.of(text);
    }

    private static List<String> tags(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private VariantFact variant(Fields row, Fields head) {
        String currency = row.currency(CURRENCY);
        Options options = options(row, head);
        String given = row.text(SKU);
        String sku = given.isEmpty() ? Skus.ofName(head.text(TITLE) + options.suffix()) : given;
        VariantFact variant = new VariantFact(
                sku,
                options.size(),
                options.colour(),
                row.amount(PRICE, currency),
                row.amountIfAny(COST, currency).orElse(null),
                quantity(row),
                picture(row, head));
        long before = skus.put(sku, row.row().line());
        if (before > 0) throw new BadRow("sku " + sku + " stands already on line " + before);
        return variant;
    }

    // A file's name without its place is no reason to go without the product.
    private static @Nullable String picture(Fields row, Fields head) {
        return VariantFact.address(row.text(PICTURE))
                .or(() -> VariantFact.address(head.text(PRODUCT_PICTURE)))
                .orElse(null);
    }

    private static @Nullable Integer quantity(Fields row) {
        boolean untracked = row.has(TRACKER) && row.text(TRACKER).isEmpty();
        if (untracked || row.flag(POLICY, false)) return VariantFact.NOT_COUNTED;
        return row.text(QUANTITY).isEmpty() ? null : (Integer) row.count(QUANTITY);
    }

    /** @param suffix as Shopify names a variant on order lines, ' - 42 / Blue' */
    private record Options(@Nullable String size, @Nullable String colour, String suffix) {}

    private static Options options(Fields row, Fields head) {
        String size = row.textOrNull(SIZE);
        String colour = row.textOrNull(COLOUR);
        List<String> values = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < OPTION_VALUES.size(); i++) {
            String value = row.text(OPTION_VALUES.get(i));
            if (value.isEmpty() || value.equals(ONLY_ONE)) continue;
            values.add(value);
            String name = head.text(OPTION_NAMES.get(i)).toLowerCase(Locale.ROOT);
            if (COLOURS.contains(name)) colour = value;
            else if (SIZES.contains(name)) size = value;
            else others.add(value);
        }
        if (size == null && !others.isEmpty()) size = String.join(" / ", others);
        return new Options(size, colour, values.isEmpty() ? "" : " - " + String.join(" / ", values));
    }
}
