package outfitter.recommender.blend;

import java.util.List;

/**
 * How well a ranking finds what was chosen. Ties count against it: what scores the same as the thing chosen stands before
 * it.
 *
 * @param hits share of the things chosen that are among the first, every choice counting the same
 * @param reciprocal mean of 1 / rank of the things chosen, 0 for those further down
 */
public record Judged(double hits, double reciprocal) {
    /** Both in one figure. */
    public double quality() {
        return hits + reciprocal;
    }

    /** Judges {@code blend} by the first {@code places} it gives. */
    public static Judged of(Blend blend, List<Choice> choices, int places) {
        double hits = 0;
        double reciprocal = 0;
        double all = 0;
        for (Choice choice : choices) {
            Judged one = of(blend, choice, places);
            all++;
            hits += one.hits;
            reciprocal += one.reciprocal;
        }
        return all == 0 ? new Judged(0, 0) : new Judged(hits / all, reciprocal / all);
    }

    /** Judges {@code blend} by one choice. */
    public static Judged of(Blend blend, Choice choice, int places) {
        double hits = 0;
        double reciprocal = 0;
        float[] scores = blend.scores(choice);
        for (int i = 0; i < scores.length; i++) {
            if (choice.wanted(i) == 0) continue;
            int rank = rank(scores, i);
            if (rank > places) continue;
            hits += choice.wanted(i);
            reciprocal += choice.wanted(i) / (double) rank;
        }
        return new Judged(hits, reciprocal);
    }

    private static int rank(float[] scores, int wanted) {
        int rank = 1;
        for (int i = 0; i < scores.length; i++) if (i != wanted && scores[i] >= scores[wanted]) rank++;
        return rank;
    }
}
