package outfitter.recommender.evaluation;

/** Counts at which rank what was wanted stood. Not thread-safe. */
final class Ranks {
    private static final int MOST = 20;

    private final double[] at = new double[MOST + 1];
    private double all;

    /** Counts one; anything beyond {@value #MOST} is not found. */
    void add(int rank) {
        add(rank, 1);
    }

    /** Counts one that weighs {@code weight} against the others. */
    void add(int rank, double weight) {
        all += weight;
        if (rank <= MOST) at[rank] += weight;
    }

    void add(Ranks others) {
        all += others.all;
        for (int rank = 0; rank <= MOST; rank++) at[rank] += others.at[rank];
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
        for (int rank = 1; rank <= places; rank++) sum += at[rank] / rank;
        return all == 0 ? 0 : sum / all;
    }
}
