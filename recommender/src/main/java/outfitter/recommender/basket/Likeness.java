package outfitter.recommender.basket;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;

/**
 * Which products have like titles: cosine of tf-idf over words and character 3- and 4-grams, times how near the prices
 * are, exp(−|ln(price / other price)| / 2). The {@value #KEPT} most alike of each product, most alike first.
 *
 * <p>What stands on more than a twentieth of the titles says little, and is passed over in the sum: that keeps the work
 * near linear.
 */
final class Likeness {
    private static final int KEPT = 40;
    private static final double COMMON = 0.05;
    private static final int NEVER_COMMON = 60;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] parts;
    private final float[][] weights;
    private final int[][] titlesWith;
    private final float[][] titleWeights;
    private final double[] prices;

    private Likeness(String[] titles, double[] prices) {
        this.prices = prices;
        parts = new int[titles.length][];
        for (int i = 0; i < titles.length; i++) parts[i] = partsOf(titles[i]);
        int[] frequency = new int[numbers.size()];
        for (int[] own : parts) for (int part : own) frequency[part]++;
        weights = new float[titles.length][];
        for (int i = 0; i < titles.length; i++) weights[i] = weigh(parts[i], frequency);
        titlesWith = new int[numbers.size()][];
        titleWeights = new float[numbers.size()][];
        list(frequency);
    }

    /** By product, what is most like it. */
    static SparseRows of(String[] titles, double[] prices) {
        Likeness all = new Likeness(titles, prices);
        int[][] others = new int[titles.length][];
        float[][] alike = new float[titles.length][];
        int stripes = 8 * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, stripes).parallel().forEach(stripe -> {
            Board row = new Board(1, titles.length);
            long[] packed = new long[titles.length];
            for (int product = stripe; product < titles.length; product += stripes) {
                int kept = all.nearest(product, row, packed);
                others[product] = new int[kept];
                alike[product] = new float[kept];
                for (int i = 0; i < kept; i++) {
                    others[product][i] = Largest.number(packed[i]);
                    alike[product][i] = Largest.score(packed[i]);
                }
            }
        });
        return new SparseRows(others, alike);
    }

    private int nearest(int product, Board row, long[] packed) {
        row.clear(parts.length);
        for (int i = 0; i < parts[product].length; i++) {
            int[] with = titlesWith[parts[product][i]];
            float[] withWeights = titleWeights[parts[product][i]];
            for (int at = 0; at < with.length; at++) {
                if (with[at] != product) row.add(with[at], 0, weights[product][i] * withWeights[at]);
            }
        }
        for (int i = 0; i < row.count(); i++) row.scale(row.item(i), 0, nearness(product, row.item(i)));
        return Largest.sorted(packed, row.pack(0, packed), KEPT);
    }

    private float nearness(int product, int other) {
        if (prices[product] <= 0 || prices[other] <= 0) return 0.7f;
        return (float) Math.exp(-Math.abs(Math.log(prices[product] / prices[other])) / 2);
    }

    private int[] partsOf(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain = " " + folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
        List<Integer> found = new ArrayList<>();
        for (int length = 3; length <= 4; length++) {
            for (int from = 0; from + length <= plain.length(); from++) {
                found.add(number(plain.substring(from, from + length)));
            }
        }
        int word = 1;
        for (int at = 1; at < plain.length(); at++) {
            if (plain.charAt(at) != ' ') continue;
            if (at > word) found.add(number("=" + plain.substring(word, at)));
            word = at + 1;
        }
        return found.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    private int number(String part) {
        return numbers.computeIfAbsent(part, any -> numbers.size());
    }

    private float[] weigh(int[] own, int[] frequency) {
        float[] raw = new float[own.length];
        double square = 0;
        for (int i = 0; i < own.length; i++) {
            raw[i] = (float) Math.log(1 + parts.length / (double) frequency[own[i]]);
            square += (double) raw[i] * raw[i];
        }
        for (int i = 0; i < raw.length; i++) raw[i] = (float) (raw[i] / Math.sqrt(square));
        return raw;
    }

    private void list(int[] frequency) {
        int most = (int) Math.max(NEVER_COMMON, COMMON * parts.length);
        for (int part = 0; part < frequency.length; part++) {
            int length = frequency[part] > most ? 0 : frequency[part];
            titlesWith[part] = new int[length];
            titleWeights[part] = new float[length];
        }
        int[] filled = new int[frequency.length];
        for (int product = 0; product < parts.length; product++) {
            for (int i = 0; i < parts[product].length; i++) {
                int part = parts[product][i];
                if (frequency[part] > most) continue;
                titlesWith[part][filled[part]] = product;
                titleWeights[part][filled[part]++] = weights[product][i];
            }
        }
    }
}
