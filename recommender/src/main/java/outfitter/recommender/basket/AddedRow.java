package outfitter.recommender.basket;

import java.util.Arrays;

/** What has been added on top of the {@link Counts} of one thing. Partners ascend. Immutable. */
final class AddedRow {
    static final AddedRow EMPTY = new AddedRow(0, 0, 0, false, new int[0], new int[0], new double[0], new double[0]);

    private final int orders;
    private final double weight;
    private final double late;
    private final boolean reduced;
    private final int[] partners;
    private final int[] pairOrders;
    private final double[] pairWeights;
    private final double[] latePairs;

    private AddedRow(
            int orders,
            double weight,
            double late,
            boolean reduced,
            int[] partners,
            int[] pairOrders,
            double[] pairWeights,
            double[] latePairs) {
        this.orders = orders;
        this.weight = weight;
        this.late = late;
        this.reduced = reduced;
        this.partners = partners;
        this.pairOrders = pairOrders;
        this.pairWeights = pairWeights;
        this.latePairs = latePairs;
    }

    int orders() {
        return orders;
    }

    double weight() {
        return weight;
    }

    double late() {
        return late;
    }

    /** Whether some of it was taken off what lies below. */
    boolean isReduced() {
        return reduced;
    }

    AddedRow plus(int times, double orderWeight, double lateWeight) {
        return new AddedRow(
                orders + times,
                weight + times * orderWeight,
                late + times * lateWeight,
                reduced || times < 0,
                partners,
                pairOrders,
                pairWeights,
                latePairs);
    }

    /** @param sign 1 to count the order, -1 to take it off */
    AddedRow plusPairs(int[] things, int[] times, int self, int sign, double orderWeight, double lateWeight) {
        AddedRow sum = this;
        for (int i = 0; i < things.length; i++) {
            int pairs = sign * (i == self ? times[i] * (times[i] - 1) : times[self] * times[i]);
            if (pairs != 0) sum = sum.withPartner(things[i], pairs, pairs * orderWeight, pairs * lateWeight);
        }
        return sum;
    }

    private AddedRow withPartner(int partner, int count, double pairWeight, double latePair) {
        int at = Arrays.binarySearch(partners, partner);
        boolean known = at >= 0;
        int place = known ? at : -at - 1;
        int size = partners.length + (known ? 0 : 1);
        int[] newPartners = new int[size];
        int[] newOrders = new int[size];
        double[] newWeights = new double[size];
        double[] newLate = new double[size];
        for (int from = 0, to = 0; from < partners.length; from++, to++) {
            if (!known && from == place) to++;
            newPartners[to] = partners[from];
            newOrders[to] = pairOrders[from];
            newWeights[to] = pairWeights[from];
            newLate[to] = latePairs[from];
        }
        newPartners[place] = partner;
        newOrders[place] += count;
        newWeights[place] += pairWeight;
        newLate[place] += latePair;
        return new AddedRow(orders, weight, late, reduced, newPartners, newOrders, newWeights, newLate);
    }

    int together(int other) {
        int at = Arrays.binarySearch(partners, other);
        return at < 0 ? 0 : pairOrders[at];
    }

    void show(Counts.Visitor visitor) {
        for (int at = 0; at < partners.length; at++) {
            visitor.see(partners[at], pairOrders[at], pairWeights[at], latePairs[at]);
        }
    }
}
