package outfitter.models.demo;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;
import outfitter.models.shop.SizeTable;

/**
 * Everything on the demo shop's shelves, read from {@code /demo}.
 *
 * @param shelves in shop order, a parent before its leaves
 * @param all every product by id, in shop order
 */
record Goods(List<Shelf> shelves, Map<String, Good> all) {
    /** A category; {@code sizeTable} and {@code drawing} are for leaves. */
    record Shelf(
            String id,
            @Nullable String parent,
            String name,
            @Nullable String drawing,
            @Nullable SizeTable sizeTable) {}

    private record SizeRun(List<String> sizes, List<String> columns, List<List<String>> rows) {
        SizeTable table() {
            return new SizeTable(columns, rows);
        }
    }

    private static final String ONE_SIZE = "-";
    private static final int PENCE = 100;

    static Goods read() {
        return new Reader().read();
    }

    /** The products of a leaf, in shop order. */
    List<Good> in(String category) {
        return all.values().stream()
                .filter(good -> good.category().equals(category))
                .toList();
    }

    Good get(String id) {
        Good good = all.get(id);
        if (good == null) throw new IllegalArgumentException("no product " + id);
        return good;
    }

    /** Text as it stands in a sku. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static final class Reader {
        private final Map<String, Map<String, String>> categories = byId(Resources.csv("categories.csv"));
        private final Map<String, Map<String, String>> colours = byId(Resources.csv("colours.csv"));
        private final Map<String, Map<String, String>> care = byId(Resources.csv("care.csv"));
        private final Map<String, SizeRun> sizes = sizeRuns();

        Goods read() {
            List<Shelf> shelves = categories.values().stream().map(this::shelf).toList();
            Map<String, Good> goods = Resources.csv("products.csv").stream()
                    .map(this::good)
                    .collect(toMap(Good::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
            return new Goods(shelves, goods);
        }

        private Shelf shelf(Map<String, String> row) {
            SizeRun run = sizes.get(cell(row, "sizes"));
            return new Shelf(
                    cell(row, "id"),
                    emptyToNull(cell(row, "parent")),
                    cell(row, "name"),
                    emptyToNull(cell(row, "drawing")),
                    run == null ? null : run.table());
        }

        private Good good(Map<String, String> row) {
            Map<String, String> leaf = find(categories, cell(row, "category"));
            String id = cell(row, "id");
            String run = own(row, leaf, "sizes");
            long price = Math.round(Double.parseDouble(cell(row, "price")) * PENCE);
            return new Good(
                    id,
                    cell(row, "category"),
                    cell(row, "title"),
                    cell(row, "brand"),
                    Integer.parseInt(cell(row, "tier")),
                    price,
                    cost(id, price, Double.parseDouble(cell(leaf, "cost_share"))),
                    List.of(cell(row, "tags").split(";", -1)),
                    Set.copyOf(Resources.words(cell(row, "adventures"))),
                    Resources.words(cell(row, "goes_with")),
                    sizes.containsKey(run) ? run : null,
                    cell(find(care, own(row, leaf, "care")), "text"),
                    own(row, leaf, "drawing"),
                    !cell(row, "repeatable").isEmpty(),
                    cell(row, "description"),
                    pieces(id, Resources.words(cell(row, "colours")), sizes.get(run)));
        }

        private List<Good.Piece> pieces(String id, List<String> colourIds, @Nullable SizeRun run) {
            return colourIds.stream()
                    .flatMap(colour -> run == null
                            ? Stream.of(piece(id, colour, null))
                            : run.sizes().stream().map(size -> piece(id, colour, size)))
                    .toList();
        }

        private Good.Piece piece(String id, String colour, @Nullable String size) {
            Map<String, String> known = find(colours, colour);
            String sku = id + "-" + colour + (size == null ? "" : "-" + slug(size));
            return new Good.Piece(sku, size, cell(known, "name"), cell(known, "code"));
        }

        /** A share of the price that differs a little from product to product, always the same for one. */
        private static long cost(String id, long price, double share) {
            double spread = (Math.floorMod(id.hashCode(), 121) - 60) / 1000.0;
            return Math.round(price * (share + spread));
        }

        private static String own(Map<String, String> row, Map<String, String> leaf, String column) {
            String own = cell(row, column);
            return own.equals(ONE_SIZE) ? "" : own.isEmpty() ? cell(leaf, column) : own;
        }

        private static String cell(Map<String, String> row, String column) {
            String value = row.get(column);
            if (value == null) throw new IllegalStateException("no column " + column);
            return value;
        }

        private static Map<String, String> find(Map<String, Map<String, String>> rows, String id) {
            Map<String, String> row = rows.get(id);
            if (row == null) throw new IllegalStateException("unknown " + id);
            return row;
        }

        private static @Nullable String emptyToNull(String text) {
            return text.isEmpty() ? null : text;
        }

        private static Map<String, SizeRun> sizeRuns() {
            Map<String, SizeRun> runs = new LinkedHashMap<>();
            Resources.json("sizes.json", JsonNode.class)
                    .properties()
                    .forEach(run -> runs.put(run.getKey(), Json.fromTree(run.getValue(), SizeRun.class)));
            return runs;
        }

        private static Map<String, Map<String, String>> byId(List<Map<String, String>> rows) {
            return rows.stream()
                    .collect(toMap(row -> cell(row, "id"), row -> row, (one, same) -> one, LinkedHashMap::new));
        }
    }
}
