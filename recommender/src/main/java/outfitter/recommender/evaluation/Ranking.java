package outfitter.recommender.evaluation;

import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.blend.Largest;

/** Makes lists and ranks of scored candidates. */
final class Ranking {
    private Ranking() {}

    /** The {@code places} best candidates, the best first. */
    static int[] best(BasketQuestion question, float[] scores, int places) {
        long[] packed = new long[scores.length];
        for (int i = 0; i < scores.length; i++) packed[i] = Largest.packAny(scores[i], scores.length - 1 - i);
        int[] best = new int[Math.min(places, scores.length)];
        Largest.sorted(packed, packed.length, best.length);
        for (int i = 0; i < best.length; i++) {
            best[i] = question.candidate(scores.length - 1 - Largest.number(packed[i]));
        }
        return best;
    }

    /** At which place {@code wanted} stands; what ties with it stands before it. */
    static int rank(BasketQuestion question, float[] scores, int wanted) {
        for (int i = 0; i < scores.length; i++) {
            if (question.candidate(i) != wanted) continue;
            int rank = 0;
            for (float score : scores) if (score >= scores[i]) rank++;
            return rank;
        }
        return Integer.MAX_VALUE;
    }
}
