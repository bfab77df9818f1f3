package outfitter.recommender.evaluation;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An order log in a CSV file with a heading line, one line a product of an order, columns in any order: {@code order,
 * ordered_at, sku}, and where there are, {@code customer, title, unit_price, quantity}. Lines of one order need not stand
 * together; a product that stands in an order twice counts once; a line whose quantity is not above nought, as of a return, is
 * passed over; {@link Times} says how times are read. Orders come out oldest first.
 */
final class Orders {
    private static final String ORDER = "order";
    private static final String AT = "ordered_at";
    private static final String SKU = "sku";
    private static final String CUSTOMER = "customer";
    private static final String TITLE = "title";
    private static final String PRICE = "unit_price";
    private static final String QUANTITY = "quantity";
    private static final int MOST_QUOTED = 200;

    private final Path file;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> titles = new ArrayList<>();
    private final List<Double> prices = new ArrayList<>();
    private final List<Placed> placed;
    private long read;

    private Orders(Path file, List<Placed> placed) {
        this.file = file;
        this.placed = placed;
    }

    /** One order. */
    static final class Placed {
        private final String customer;
        private final Instant at;
        private final int[] products;

        private Placed(String customer, Instant at, int[] products) {
            this.customer = customer;
            this.at = at;
            this.products = products;
        }

        /** Empty when nobody knows who. */
        String customer() {
            return customer;
        }

        Instant at() {
            return at;
        }

        /** Distinct, in the order of the lines. */
        int[] products() {
            return products;
        }
    }

    /** Reads all of {@code file}. */
    static Orders read(Path file) throws IOException {
        Orders orders = new Orders(file, new ArrayList<>());
        try (BufferedReader text = DataFile.open(file);
                CSVParser rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setAllowMissingColumnNames(true)
                        .get()
                        .parse(text)) {
            orders.read(rows);
        } catch (ZipException | EOFException broken) {
            throw DataFile.torn(file, broken);
        } catch (CSVException wrong) {
            throw orders.noCsv();
        } catch (UncheckedIOException wrong) {
            if (wrong.getCause() instanceof CSVException) throw orders.noCsv();
            throw DataFile.torn(file, wrong);
        } catch (IllegalArgumentException heading) {
            throw new BadInput(file, 1, "is no CSV: " + heading.getMessage());
        }
        return orders;
    }

    List<Placed> placed() {
        return placed;
    }

    int products() {
        return numbers.size();
    }

    /** The newest title of a product; empty when the file has none. */
    String title(int product) {
        return titles.get(product);
    }

    /** The newest price of a product, 0 when the file has none. */
    double price(int product) {
        return prices.get(product);
    }

    // ---- reading
    // -----------------------------------------------------------------------------------------------------

    private static final class Lines {
        final String customer;
        Instant at;
        final Set<Integer> products = new LinkedHashSet<>();

        Lines(String customer, Instant at) {
            this.customer = customer;
            this.at = at;
        }
    }

    private record Columns(int order, int at, int sku, int customer, int title, int price, int quantity) {}

    private BadInput noCsv() {
        return new BadInput(file, read + 1, "is no CSV: a quotation mark is never closed, or text follows one");
    }

    private void read(CSVParser rows) {
        Columns columns = columns(rows.getHeaderNames());
        Map<String, Lines> orders = new LinkedHashMap<>();
        read = rows.getCurrentLineNumber();
        for (CSVRecord row : rows) {
            read = rows.getCurrentLineNumber();
            take(row, read, columns, orders);
        }
        if (orders.isEmpty()) throw new BadInput(file, 2, "there is no order below the heading");
        orders.values().stream()
                .map(lines -> new Placed(
                        lines.customer,
                        lines.at,
                        lines.products.stream().mapToInt(Integer::intValue).toArray()))
                .sorted(Comparator.comparing(Placed::at))
                .forEach(placed::add);
    }

    private Columns columns(List<String> heading) {
        if (heading.isEmpty()) throw new BadInput(file, 1, "is empty; expected a heading with " + ORDER + ", …");
        List<String> names = heading.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String needed : List.of(ORDER, AT, SKU)) {
            if (!names.contains(needed)) {
                throw new BadInput(file, 1, "the heading has no column '" + needed + "': " + quoted(heading));
            }
        }
        return new Columns(
                names.indexOf(ORDER),
                names.indexOf(AT),
                names.indexOf(SKU),
                names.indexOf(CUSTOMER),
                names.indexOf(TITLE),
                names.indexOf(PRICE),
                names.indexOf(QUANTITY));
    }

    /** A heading as it may stand in a message: what is no heading may be anything. */
    private static String quoted(List<String> heading) {
        String all = String.join(", ", heading).replaceAll("\\p{Cntrl}", "\uFFFD");
        return all.length() <= MOST_QUOTED ? all : all.substring(0, MOST_QUOTED) + "…";
    }

    private void take(CSVRecord row, long line, Columns columns, Map<String, Lines> orders) {
        int needed = Math.max(columns.order(), Math.max(columns.at(), columns.sku()));
        if (row.size() <= needed) throw new BadInput(file, line, "has " + row.size() + " columns, too few");
        String order = row.get(columns.order());
        String sku = row.get(columns.sku());
        if (order.isEmpty()) throw new BadInput(file, line, "no order number");
        if (sku.isEmpty()) throw new BadInput(file, line, "no sku");
        Instant at = time(row.get(columns.at()), line);
        if (!isBought(text(row, columns.quantity()), line)) return;
        Lines lines = orders.computeIfAbsent(order, any -> new Lines(text(row, columns.customer()), at));
        int product = numbers.computeIfAbsent(sku, any -> numbers.size());
        if (product == titles.size()) {
            titles.add("");
            prices.add(0.0);
        }
        String title = text(row, columns.title());
        if (!title.isEmpty()) titles.set(product, title);
        double price = price(text(row, columns.price()), line);
        if (price > 0) prices.set(product, price);
        lines.products.add(product);
    }

    private static String text(CSVRecord row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    private double price(String text, long line) {
        if (text.isEmpty()) return 0;
        try {
            double price = Double.parseDouble(text);
            return price > 0 ? price : 0; // a correction, not what it costs
        } catch (NumberFormatException wrong) {
            throw new BadInput(file, line, "unit_price '" + text + "' is no number");
        }
    }

    private boolean isBought(String quantity, long line) {
        if (quantity.isEmpty()) return true;
        try {
            return Double.parseDouble(quantity) > 0;
        } catch (NumberFormatException wrong) {
            throw new BadInput(file, line, "quantity '" + quantity + "' is no number");
        }
    }

    private Instant time(String text, long line) {
        try {
            return Times.read(text);
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new BadInput(file, line, "ordered_at '" + text + "' is no time; expected 2011-11-10T08:30:00Z");
        }
    }

    /** A copy of {@code order} with the products that {@code known} has. */
    static int[] known(int[] products, boolean[] known) {
        return Arrays.stream(products).filter(product -> known[product]).toArray();
    }
}
