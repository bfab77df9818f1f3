package outfitter.recommender.basket;

import java.util.Arrays;

/** Writes the flat arrays of {@link Counts} row by row. For one thread. */
public final class CountsBuilder {
    private final int[] orders;
    private final double[] weights;
    private final double[] lateWeights;
    private final int[] starts;
    private int[] partners = new int[1024];
    private int[] pairOrders = new int[1024];
    private float[] pairWeights = new float[1024];
    private float[] latePairs = new float[1024];
    private int rows;
    private int length;

    // The row being written: dense, with a list of what is in use.
    private final int[] rowOrders;
    private final double[] rowWeights;
    private final double[] rowLate;
    private final int[] used;
    private final boolean[] isUsed;
    private int usedCount;

    public CountsBuilder(int things) {
        orders = new int[things];
        weights = new double[things];
        lateWeights = new double[things];
        starts = new int[things + 1];
        rowOrders = new int[things];
        rowWeights = new double[things];
        rowLate = new double[things];
        used = new int[things];
        isUsed = new boolean[things];
    }

    /** Adds to what the present row has of {@code partner}, or takes off; what comes to no order at all is left out. */
    public void together(int partner, int times, double weight, double late) {
        if (!isUsed[partner]) used[usedCount++] = partner;
        isUsed[partner] = true;
        rowOrders[partner] += times;
        rowWeights[partner] += weight;
        rowLate[partner] += late;
    }

    /** Ends the present row, with what its thing has by itself. */
    public void endRow(int rowTotal, double rowWeight, double late) {
        orders[rows] = rowTotal;
        weights[rows] = rowWeight;
        lateWeights[rows] = late;
        reserve(length + usedCount);
        Arrays.sort(used, 0, usedCount);
        for (int i = 0; i < usedCount; i++) {
            int partner = used[i];
            if (rowOrders[partner] != 0) {
                partners[length] = partner;
                pairOrders[length] = rowOrders[partner];
                pairWeights[length] = (float) rowWeights[partner];
                latePairs[length++] = (float) rowLate[partner];
            }
            isUsed[partner] = false;
            rowOrders[partner] = 0;
            rowWeights[partner] = 0;
            rowLate[partner] = 0;
        }
        usedCount = 0;
        starts[++rows] = length;
    }

    /** The counts, once every row was ended. */
    public Counts build() {
        if (rows != orders.length) throw new IllegalStateException(rows + " rows of " + orders.length);
        // One after the other, each let go once it is copied: of millions of pairs there must not be two of everything.
        int[] exactPartners = Arrays.copyOf(partners, length);
        partners = new int[0];
        int[] exactOrders = Arrays.copyOf(pairOrders, length);
        pairOrders = new int[0];
        float[] exactWeights = Arrays.copyOf(pairWeights, length);
        pairWeights = new float[0];
        float[] exactLate = Arrays.copyOf(latePairs, length);
        latePairs = new float[0];
        return new Counts(orders, weights, lateWeights, starts, exactPartners, exactOrders, exactWeights, exactLate);
    }

    private void reserve(int needed) {
        if (needed <= partners.length) return;
        int size = Math.max(needed, partners.length + (partners.length >> 1));
        partners = Arrays.copyOf(partners, size);
        pairOrders = Arrays.copyOf(pairOrders, size);
        pairWeights = Arrays.copyOf(pairWeights, size);
        latePairs = Arrays.copyOf(latePairs, size);
    }
}
