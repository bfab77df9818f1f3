package outfitter.models.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/**
 * A picture of each product as SVG text: the drawing of its leaf, or its own, in the colour of a variant. Products that
 * are not the demo shop's get their leaf's drawing, or a parcel. Thread-safe.
 */
public final class Pictures {
    private static final Pattern CODE = Pattern.compile("[0-9a-fA-F]{6}");
    private static final String PLAIN = "8b97a3";
    private static final String UNKNOWN = "bag";
    private static final List<String> ACCENTS =
            List.of("e2725b", "e0a02e", "2a8c86", "f4efe6", "a9bf3f", "5a9bd5", "d9622b");
    /** Two colours nearer than this look like one. */
    private static final int TELLING_DISTANCE = 110;

    /** Place of each product in its leaf: neighbours get different accents. */
    private final Map<String, Integer> places = places(Resources.csv("products.csv"));

    private final Map<String, String> own = Resources.csv("products.csv").stream()
            .filter(row -> !row.getOrDefault("drawing", "").isEmpty())
            .collect(toUnmodifiableMap(row -> row.getOrDefault("id", ""), row -> row.getOrDefault("drawing", "")));
    private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

    /**
     * The picture of {@code product}.
     *
     * @param colour six hexadecimal digits; anything but the colour of one of its variants means the first variant's
     */
    public String of(Product product, Catalogue catalogue, String colour) {
        String main = colourOf(product, colour);
        return drawing(product, catalogue).in(main, accent(product.id(), main));
    }

    private Drawing drawing(Product product, Catalogue catalogue) {
        String name = own.getOrDefault(product.id(), leafs(product, catalogue).orElse(UNKNOWN));
        return drawings.computeIfAbsent(name, Drawing::named);
    }

    private static Optional<String> leafs(Product product, Catalogue catalogue) {
        return Optional.ofNullable(product.category())
                .flatMap(catalogue::category)
                .map(Category::drawing);
    }

    private static String colourOf(Product product, String asked) {
        List<String> codes = product.variants().stream()
                .map(Variant::colourCode)
                .flatMap(code -> Optional.ofNullable(code).stream())
                .map(code -> code.replace("#", ""))
                .filter(code -> CODE.matcher(code).matches())
                .toList();
        return codes.stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElse(codes.isEmpty() ? PLAIN : codes.get(0));
    }

    /** A second colour that goes with the first and tells products of one leaf apart. */
    private String accent(String product, String main) {
        int first = places.getOrDefault(product, Math.floorMod(product.hashCode(), ACCENTS.size()));
        for (int i = 0; i < ACCENTS.size(); i++) {
            String accent = ACCENTS.get((first + i) % ACCENTS.size());
            if (Tint.distance(accent, main) > TELLING_DISTANCE) return accent;
        }
        return ACCENTS.get(first % ACCENTS.size());
    }

    private static Map<String, Integer> places(List<Map<String, String>> rows) {
        Map<String, Integer> next = new HashMap<>();
        return rows.stream()
                .collect(toUnmodifiableMap(
                        row -> row.getOrDefault("id", ""),
                        row -> next.merge(row.getOrDefault("category", ""), 1, Integer::sum)));
    }
}
