package outfitter.bot.understanding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import outfitter.bot.understanding.ProductTerms.Known;

/** What the words of one stretch of a text come to, for every product by its place in {@link ProductTerms}. */
final class Tally {
    final double[] explained;
    final double[] titled;
    final int[] terms;
    final int[] titleTerms;
    final boolean[] byName;
    final Map<Integer, Double> said = new HashMap<>();

    /** Counts {@code words}, none of which is there twice. */
    Tally(ProductTerms all, Collection<Known> words) {
        explained = new double[all.size()];
        titled = new double[all.size()];
        terms = new int[all.size()];
        titleTerms = new int[all.size()];
        byName = new boolean[all.size()];
        words.forEach(each -> count(all, each));
    }

    private void count(ProductTerms all, Known each) {
        ProductTerms.Postings having = all.having(each.term());
        if (having == null) return;
        double value = all.worth(each.term()) * each.quality();
        boolean naming = all.isName(each.term());
        said.merge(each.first(), value, Math::max);
        for (int i = 0; i < having.products.length; i++) {
            int product = having.products[i];
            explained[product] += value * having.weights[i];
            terms[product]++;
            if (having.weights[i] < 1) continue;
            titled[product] += value;
            titleTerms[product]++;
            byName[product] |= naming;
        }
    }
}
