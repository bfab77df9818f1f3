package outfitter.recommender.training;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Resemblances;

/**
 * Which products resemble each other, by what is written on them: cosine of tf-idf over the character trigrams and
 * four-grams of title, brand and leaf category, times how near the prices are, exp(−|ln(price / other price)|); a
 * product of another leaf counts half. Pure.
 *
 * <p>Grams of more than a quarter of all titles (in shops of some size) say nothing and are passed over; that also keeps
 * the work near linear.
 */
final class Titles {
    /** How many resembling products are kept of each. */
    static final int NEIGHBOURS = 10;

    private static final double COMMON = 0.25;
    private static final int FEW_TITLES = 40;
    private static final double OTHER_LEAF = 0.5;

    private final Assortment assortment;
    private final Map<String, Integer> gramNumbers = new HashMap<>();
    private final List<int[]> grams = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();
    private final List<List<Integer>> productsWith = new ArrayList<>();

    private Titles(Assortment assortment) {
        this.assortment = assortment;
        for (int product = 0; product < assortment.size(); product++) read(product);
        for (int product = 0; product < assortment.size(); product++) weights.add(weigh(product));
    }

    /**
     * What resembles each product among those that may lend.
     *
     * @param lends by product, whether it has history to lend
     */
    static Resemblances resemblances(Assortment assortment, boolean[] lends) {
        return new Titles(assortment).resemblances(lends);
    }

    private Resemblances resemblances(boolean[] lends) {
        int[] starts = new int[assortment.size() + 1];
        Nearest all = new Nearest(assortment.size() * NEIGHBOURS);
        float[] alike = new float[assortment.size()];
        for (int product = 0; product < assortment.size(); product++) {
            List<Integer> met = likenesses(product, lends, alike);
            all.keepBest(met, alike, NEIGHBOURS);
            met.forEach(other -> alike[other] = 0);
            starts[product + 1] = all.length();
        }
        return new Resemblances(starts, all.others(), all.alike());
    }

    /** Fills {@code alike} for the products that share a gram with {@code product}; gives those. */
    private List<Integer> likenesses(int product, boolean[] lends, float[] alike) {
        List<Integer> met = new ArrayList<>();
        int[] own = grams.get(product);
        for (int i = 0; i < own.length; i++) {
            float weight = weights.get(product)[i];
            if (weight == 0) continue;
            for (int other : productsWith.get(own[i])) {
                if (other == product || !lends[other]) continue;
                if (alike[other] == 0) met.add(other);
                alike[other] += weight * weightOf(other, own[i]);
            }
        }
        met.forEach(other -> alike[other] *= (float) kinship(product, other));
        return met;
    }

    private double kinship(int product, int other) {
        boolean sameLeaf = assortment.leaf(product) == assortment.leaf(other);
        return (sameLeaf ? 1 : OTHER_LEAF) * nearness(price(product), price(other));
    }

    private static double nearness(double price, double other) {
        return price <= 0 || other <= 0 ? 0.5 : Math.exp(-Math.abs(Math.log(price / other)));
    }

    private double price(int product) {
        return assortment.price(product).map(Money::minor).orElse(0L);
    }

    private float weightOf(int product, int gram) {
        int at = Arrays.binarySearch(grams.get(product), gram);
        return weights.get(product)[at];
    }

    private void read(int product) {
        int[] numbers = gramsOf(textOf(assortment.product(product)));
        grams.add(numbers);
        for (int gram : numbers) productsWith.get(gram).add(product);
    }

    private static String textOf(Product product) {
        String category = product.category() == null ? "" : product.category();
        String leaf = category.substring(category.lastIndexOf('/') + 1);
        return product.title() + " " + product.brand() + " " + leaf;
    }

    /** The distinct grams of a text, ascending by number. */
    private int[] gramsOf(String text) {
        String plain = " "
                + Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
        return IntStream.of(3, 4)
                .boxed()
                .flatMap(length -> IntStream.rangeClosed(0, plain.length() - length)
                        .mapToObj(from -> plain.substring(from, from + length)))
                .mapToInt(this::numberOf)
                .sorted()
                .distinct()
                .toArray();
    }

    private int numberOf(String gram) {
        return gramNumbers.computeIfAbsent(gram, added -> {
            productsWith.add(new ArrayList<>());
            return productsWith.size() - 1;
        });
    }

    private float[] weigh(int product) {
        int[] own = grams.get(product);
        float[] raw = new float[own.length];
        double square = 0;
        for (int i = 0; i < own.length; i++) {
            raw[i] = (float) rarity(own[i]);
            square += raw[i] * (double) raw[i];
        }
        for (int i = 0; i < raw.length; i++) raw[i] = square == 0 ? 0 : (float) (raw[i] / Math.sqrt(square));
        return raw;
    }

    private double rarity(int gram) {
        int titles = productsWith.get(gram).size();
        boolean common = assortment.size() > FEW_TITLES && titles > COMMON * assortment.size();
        return common ? 0 : Math.log(1 + assortment.size() / (double) titles);
    }
}
