package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** What the scorers gave each product so far. Belongs to one question at a time, and is wiped for the next. */
final class Points {
    private static final Comparator<Candidate> WORST_FIRST = Comparator.comparingDouble(Candidate::score)
            .thenComparing(Comparator.comparingInt(Candidate::product).reversed());

    private final double[] points;
    private final int[] touched;
    private int touchedCount;

    Points(int products) {
        points = new double[products];
        touched = new int[products];
    }

    void add(int product, double more) {
        if (!(more > 0)) return;
        if (points[product] == 0) touched[touchedCount++] = product;
        points[product] += more;
    }

    double of(int product) {
        return points[product];
    }

    /** The best {@code most} of those that {@code mayShow}, best first; of two with equal points the lower number. */
    List<Candidate> best(int most, IntPredicate mayShow) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(most + 1, WORST_FIRST);
        for (int i = 0; i < touchedCount; i++) {
            Candidate candidate = new Candidate(touched[i], points[touched[i]]);
            Candidate worst = best.size() < most ? null : best.peek();
            if (worst != null && WORST_FIRST.compare(candidate, worst) <= 0) continue;
            if (!mayShow.test(candidate.product())) continue;
            best.add(candidate);
            if (best.size() > most) best.poll();
        }
        List<Candidate> sorted = new ArrayList<>(best);
        sorted.sort(WORST_FIRST.reversed());
        return sorted;
    }

    void wipe() {
        for (int i = 0; i < touchedCount; i++) points[touched[i]] = 0;
        touchedCount = 0;
    }
}
