package outfitter.recommender.session;

/**
 * How similar sessions are found and read. The letters are those of the papers on VMIS-kNN (Kersbergen et al., 2022) and
 * VSTAN (Ludewig et al., 2021).
 *
 * @param newest sessions looked at of each item, and altogether (m)
 * @param neighbours the most similar that count (k)
 * @param queryDecay an item this much further back in the visit counts 1/e (spw)
 * @param ageDecay a session so old, as a fraction of the log, counts 1/e (snh)
 * @param distanceDecay an item so far from the one shared counts 1/e (inh)
 * @param lengthPower divides by the length of a session to this power
 * @param before what an item before the shared one counts, against 1 for one after it
 * @param popularityPower divides by the popularity of an item to this power
 */
public record SessionSettings(
        int newest,
        int neighbours,
        double queryDecay,
        double ageDecay,
        double distanceDecay,
        double lengthPower,
        double before,
        double popularityPower) {
    /** What did best on the end of the training part of a large public log. */
    public static final SessionSettings USUAL = new SessionSettings(400, 150, 2, 1, 10, 0.5, 1, 0.2);

    SessionSettings withNeighbours(double value) {
        return new SessionSettings(
                newest, (int) value, queryDecay, ageDecay, distanceDecay, lengthPower, before, popularityPower);
    }

    SessionSettings withQueryDecay(double value) {
        return new SessionSettings(
                newest, neighbours, value, ageDecay, distanceDecay, lengthPower, before, popularityPower);
    }

    SessionSettings withAgeDecay(double value) {
        return new SessionSettings(
                newest, neighbours, queryDecay, value, distanceDecay, lengthPower, before, popularityPower);
    }

    SessionSettings withDistanceDecay(double value) {
        return new SessionSettings(
                newest, neighbours, queryDecay, ageDecay, value, lengthPower, before, popularityPower);
    }

    SessionSettings withLengthPower(double value) {
        return new SessionSettings(
                newest, neighbours, queryDecay, ageDecay, distanceDecay, value, before, popularityPower);
    }

    SessionSettings withBefore(double value) {
        return new SessionSettings(
                newest, neighbours, queryDecay, ageDecay, distanceDecay, lengthPower, value, popularityPower);
    }

    SessionSettings withPopularityPower(double value) {
        return new SessionSettings(newest, neighbours, queryDecay, ageDecay, distanceDecay, lengthPower, before, value);
    }
}
