package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Rating;
import outfitter.models.shop.Variant;

/**
 * The catalogue as numbers: every product and every leaf category has a dense number from 0, so that counts about them
 * stand in flat arrays. Products keep the order they came in. Immutable.
 */
public final class Assortment {
    /** The leaf of a product without a category. */
    public static final int NO_LEAF = -1;

    private final Product[] products;
    private final Map<String, Integer> numbers;
    private final int[] leaves;
    private final List<String> leafIds;
    private final List<List<String>> leafPaths;
    private final int[][] inLeaf;
    private final Rating[] ratings;
    private final PriceLevels priceLevels;

    /** Everything in {@code catalogue}, sold or no longer sold. */
    public static Assortment of(Catalogue catalogue) {
        return new Assortment(catalogue.everything(), catalogue.categories(), catalogue.ratings());
    }

    /** Numbers {@code products}; a product in an unknown category counts as one without. */
    public Assortment(Collection<Product> products, Collection<Category> categories, Map<String, Rating> ratings) {
        this.products = products.toArray(Product[]::new);
        numbers = numbered(this.products);
        Map<String, Category> byId = new HashMap<>();
        categories.forEach(category -> byId.put(category.id(), category));
        Map<String, Integer> leafNumbers = new HashMap<>();
        leafIds = new ArrayList<>();
        leaves = new int[this.products.length];
        for (int i = 0; i < leaves.length; i++) {
            String category = this.products[i].category();
            leaves[i] = category == null || !byId.containsKey(category)
                    ? NO_LEAF
                    : leafNumbers.computeIfAbsent(category, this::addLeaf);
        }
        leafPaths = leafIds.stream().map(leaf -> path(leaf, byId)).toList();
        inLeaf = grouped(leaves, leafIds.size());
        this.ratings = Arrays.stream(this.products)
                .map(product -> ratings.getOrDefault(product.id(), Rating.NONE))
                .toArray(Rating[]::new);
        priceLevels = new PriceLevels(this);
    }

    /** How many products there are. */
    public int size() {
        return products.length;
    }

    /** How many leaf categories have products. */
    public int leafCount() {
        return leafIds.size();
    }

    /** The number of the product with this handle; empty when the catalogue does not know it. */
    public OptionalInt number(String product) {
        Integer number = numbers.get(product);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public Product product(int number) {
        return products[number];
    }

    public String id(int number) {
        return products[number].id();
    }

    /** The leaf category's number, {@link #NO_LEAF} for none. */
    public int leaf(int product) {
        return leaves[product];
    }

    /** The products of a leaf. */
    public int[] productsIn(int leaf) {
        return leaf == NO_LEAF ? new int[0] : inLeaf[leaf];
    }

    /** The product's leaf and the categories above it, nearest first; empty for none. */
    List<String> path(int product) {
        return leaves[product] == NO_LEAF ? List.of() : leafPaths.get(leaves[product]);
    }

    Rating rating(int product) {
        return ratings[product];
    }

    /** The lowest price. */
    public Optional<Money> price(int product) {
        return products[product].price();
    }

    /** Where its price stands among those of its leaf: from 0 for the cheapest to 1 for the dearest. */
    double priceLevel(int product) {
        return priceLevels.of(product);
    }

    List<Variant> variants(int product) {
        return products[product].variants();
    }

    private int addLeaf(String category) {
        leafIds.add(category);
        return leafIds.size() - 1;
    }

    private static Map<String, Integer> numbered(Product[] products) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < products.length; i++) numbers.put(products[i].id(), i);
        return numbers;
    }

    private static List<String> path(String leaf, Map<String, Category> categories) {
        List<String> path = new ArrayList<>();
        for (Category at = categories.get(leaf); at != null && !path.contains(at.id()); ) {
            path.add(at.id());
            String parent = at.parent();
            at = parent == null ? null : categories.get(parent);
        }
        return List.copyOf(path);
    }

    private static int[][] grouped(int[] leaves, int leafCount) {
        int[] sizes = new int[leafCount];
        for (int leaf : leaves) if (leaf != NO_LEAF) sizes[leaf]++;
        int[][] groups = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[leafCount];
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] != NO_LEAF) groups[leaves[i]][filled[leaves[i]]++] = i;
        }
        return groups;
    }
}
