package outfitter.recommender.evaluation;

/** Counts at which rank what was wanted stood. Not thread-safe. */
final class Ranks {
    private static final int MOST = 20;

    private final int[] at = new int[MOST + 1];
    private long all;

    /** Counts one; anything beyond {@value #MOST} is not found. */
    void add(int rank) {
        all++;
        if (rank <= MOST) at[rank]++;
    }

    void missed() {
        all++;
    }

    long all() {
        return all;
    }

    /** The share that stood among the first {@code places}. */
    double hits(int places) {
        double hits = 0;
        for (int rank = 1; rank <= places; rank++) hits += at[rank];
        return all == 0 ? 0 : hits / all;
    }

    /** The mean of 1 / rank, 0 beyond {@code places}. */
    double reciprocal(int places) {
        double sum = 0;
        for (int rank = 1; rank <= places; rank++) sum += at[rank] / (double) rank;
        return all == 0 ? 0 : sum / all;
    }
}
