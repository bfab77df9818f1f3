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
 * <p>Grams that are on very many titles say little and are passed over in the sum, which keeps the work near linear.
 */
final class Titles {
    /** How many resembling products are kept of each. */
    static final int NEIGHBOURS = 10;

    private static final double COMMON = 0.05;
    private static final int NEVER_COMMON = 60;
    private static final double OTHER_LEAF = 0.5;

    private final Assortment assortment;
    private final Map<String, Integer> gramNumbers = new HashMap<>();
    private final int[][] grams;
    private final float[][] weights;
    private final int[][] products;
    private final float[][] productWeights;

    private Titles(Assortment assortment) {
        this.assortment = assortment;
        grams = IntStream.range(0, assortment.size())
                .mapToObj(product -> gramsOf(textOf(assortment.product(product))))
                .toArray(int[][]::new);
        int[] titles = titlesWith();
        weights = Arrays.stream(grams).map(own -> weigh(own, titles)).toArray(float[][]::new);
        products = Arrays.stream(titles).mapToObj(int[]::new).toArray(int[][]::new);
        productWeights = Arrays.stream(titles).mapToObj(float[]::new).toArray(float[][]::new);
        list();
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

    /** Fills {@code alike} for the lenders that share a telling gram with {@code product}; gives those. */
    private List<Integer> likenesses(int product, boolean[] lends, float[] alike) {
        List<Integer> met = new ArrayList<>();
        for (int i = 0; i < grams[product].length; i++) {
            int gram = grams[product][i];
            if (products[gram].length > mostTitles()) continue;
            for (int at = 0; at < products[gram].length; at++) {
                int other = products[gram][at];
                if (other == product || !lends[other]) continue;
                if (alike[other] == 0) met.add(other);
                alike[other] += weights[product][i] * productWeights[gram][at];
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

    private static String textOf(Product product) {
        String category = product.category() == null ? "" : product.category();
        String leaf = category.substring(category.lastIndexOf('/') + 1);
        return product.title() + " " + product.brand() + " " + leaf;
    }

    /** The distinct grams of a text. */
    private int[] gramsOf(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain = " " + folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
        return IntStream.of(3, 4)
                .flatMap(length -> IntStream.rangeClosed(0, plain.length() - length)
                        .map(from -> numberOf(plain.substring(from, from + length))))
                .distinct()
                .toArray();
    }

    private int numberOf(String gram) {
        return gramNumbers.computeIfAbsent(gram, added -> gramNumbers.size());
    }

    /** By gram, how many titles have it. */
    private int[] titlesWith() {
        int[] titles = new int[gramNumbers.size()];
        for (int[] own : grams) for (int gram : own) titles[gram]++;
        return titles;
    }

    /** tf-idf of a title's grams, of length 1; a gram counts once. */
    private float[] weigh(int[] own, int[] titles) {
        float[] raw = new float[own.length];
        double square = 0;
        for (int i = 0; i < own.length; i++) {
            raw[i] = (float) Math.log(1 + grams.length / (double) titles[own[i]]);
            square += raw[i] * (double) raw[i];
        }
        for (int i = 0; i < raw.length; i++) raw[i] = (float) (raw[i] / Math.sqrt(square));
        return raw;
    }

    /** Fills the lists of products by gram. */
    private void list() {
        int[] filled = new int[products.length];
        for (int product = 0; product < grams.length; product++) {
            for (int i = 0; i < grams[product].length; i++) {
                int gram = grams[product][i];
                products[gram][filled[gram]] = product;
                productWeights[gram][filled[gram]++] = weights[product][i];
            }
        }
    }

    private int mostTitles() {
        return (int) Math.max(NEVER_COMMON, COMMON * grams.length);
    }
}
