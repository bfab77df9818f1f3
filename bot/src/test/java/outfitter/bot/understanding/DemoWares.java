package outfitter.bot.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/** The demo shop's shelves without a database, and authored sets of texts. */
final class DemoWares {
    private DemoWares() {}

    static Catalogue catalogue() {
        List<Category> shelves = new ArrayList<>();
        for (CSVRecord row : rows("demo/categories.csv")) {
            String parent = row.get("parent");
            shelves.add(new Category(
                    row.get("id"), parent.isEmpty() ? null : parent, row.get("name"), null, null, shelves.size()));
        }
        return Catalogue.of(shelves, products(), Map.of());
    }

    static List<Product> products() {
        Map<String, String> colours = new HashMap<>();
        rows("demo/colours.csv").forEach(row -> colours.put(row.get("id"), row.get("name")));
        return rows("demo/products.csv").stream()
                .map(row -> product(
                        row.get("id"),
                        row.get("title"),
                        row.get("brand"),
                        row.get("category"),
                        List.of(row.get("tags").split(";", -1)),
                        Arrays.stream(row.get("colours").split(" ", -1))
                                .map(id -> colours.getOrDefault(id, id))
                                .toList()))
                .toList();
    }

    static Product product(
            String id, String title, String brand, String category, List<String> tags, List<String> colours) {
        List<Variant> variants = colours.stream()
                .map(colour -> new Variant(id + "-" + colour, id, null, colour, null, new Money(100, "GBP")))
                .toList();
        return new Product(id, title, brand, category, "", "", tags, false, true, Instant.EPOCH, variants);
    }

    /** The rows of a CSV resource with a header. */
    static List<CSVRecord> rows(String resource) {
        CSVFormat csv = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = DemoWares.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing " + resource);
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return csv.parse(reader).getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
