package outfitter.recommender.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import outfitter.recommender.basket.Asked;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.BasketTask;
import outfitter.recommender.basket.BasketTraining;
import outfitter.recommender.basket.Past;
import outfitter.recommender.blend.BlendTraining;

/**
 * What a customer orders next: the last order of everybody who placed at least two, by all orders but these. Learned on
 * the last but one order of each. The baseline is how often the customer had each product before, ties and the rest by
 * popularity.
 */
public final class NextBasket {
    private static final int PLACES = 10;

    private final Shopping shopping;
    private final Consumer<String> news;
    private final Path file;

    private NextBasket(Path file, Shopping shopping, Consumer<String> news) {
        this.file = file;
        this.shopping = shopping;
        this.news = news;
    }

    /**
     * What came out, each a mean over customers.
     *
     * @param recall10 share of the order that is in the list of ten
     * @param ndcg10 the same, counting for more the earlier in the list
     * @param phr10 share of customers of whose order anything is in the list
     */
    public record Figures(
            double recall10,
            double ndcg10,
            double phr10,
            double baselineRecall10,
            double baselineNdcg10,
            double baselinePhr10,
            double popularityRecall10,
            boolean blended,
            int customers,
            double trainSeconds) {}

    /** Measures with an order file; {@code news} hears how far it is. */
    public static Figures run(Path file, Consumer<String> news) throws IOException {
        return new NextBasket(file, new Shopping(Orders.read(file)), news).run();
    }

    private Figures run() {
        long began = System.nanoTime();
        Set<Integer> last = new HashSet<>();
        Set<Integer> lastButOne = new HashSet<>();
        ends(last, lastButOne);
        if (last.isEmpty()) throw new BadInput(file, "no customer has placed two orders");
        news.accept(last.size() + " customers with two orders or more");
        BasketSignals early = shopping.signals(order -> !last.contains(order) && !lastButOne.contains(order));
        List<Asked> learned = shopping.asked(
                lastButOne::contains, order -> !last.contains(order) && !lastButOne.contains(order), early, 1);
        BlendTraining.Outcome outcome = BasketTraining.learn(early, BasketTask.NEXT, learned);
        news.accept("held out: blend " + outcome.learned() + ", best signal " + outcome.alone());
        BasketSignals signals = shopping.signals(order -> !last.contains(order));
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        return measure(signals, outcome, last, seconds);
    }

    private void ends(Set<Integer> last, Set<Integer> lastButOne) {
        Map<String, List<Integer>> orders = new HashMap<>();
        for (int order = 0; order < shopping.size(); order++) {
            if (shopping.customer(order).isEmpty()) continue;
            orders.computeIfAbsent(shopping.customer(order), any -> new ArrayList<>())
                    .add(order);
        }
        for (List<Integer> own : orders.values()) {
            if (own.size() >= 2) last.add(own.get(own.size() - 1));
            if (own.size() >= 3) lastButOne.add(own.get(own.size() - 2));
        }
    }

    private Figures measure(
            BasketSignals signals, BlendTraining.Outcome outcome, Set<Integer> last, double trainSeconds) {
        int[] orders = last.stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Supplier<Past>> pasts = shopping.pasts(orders, order -> !last.contains(order));
        Frequencies frequencies = new Frequencies(last);
        int stripes = 2 * Runtime.getRuntime().availableProcessors();
        Sums sums = IntStream.range(0, stripes)
                .parallel()
                .mapToObj(stripe -> {
                    BasketQuestion question = new BasketQuestion(signals);
                    Sums own = new Sums();
                    for (int i = stripe; i < orders.length; i += stripes) {
                        int[] products = shopping.products(orders[i]);
                        question.askNext(pasts.get(i).get(), shopping.day(orders[i]));
                        own.ours.add(Ranking.best(question, question.scores(outcome.blend()), PLACES), products);
                        own.baseline.add(frequencies.of(shopping.customer(orders[i])), products);
                        own.popular.add(frequencies.popular, products);
                    }
                    return own;
                })
                .reduce(new Sums(), Sums::with);
        return new Figures(
                sums.ours.recall(),
                sums.ours.gain(),
                sums.ours.hit(),
                sums.baseline.recall(),
                sums.baseline.gain(),
                sums.baseline.hit(),
                sums.popular.recall(),
                outcome.accepted(),
                sums.ours.count,
                trainSeconds);
    }

    private static final class Sums {
        private final Sum ours = new Sum();
        private final Sum baseline = new Sum();
        private final Sum popular = new Sum();

        Sums with(Sums others) {
            Sums all = new Sums();
            for (Sums each : List.of(this, others)) {
                all.ours.add(each.ours);
                all.baseline.add(each.baseline);
                all.popular.add(each.popular);
            }
            return all;
        }
    }

    /** The baseline. */
    private final class Frequencies {
        private final Map<String, List<Integer>> own = new HashMap<>();
        private final Map<Integer, Integer> all = new HashMap<>();
        private final int[] popular;

        Frequencies(Set<Integer> last) {
            for (int order = 0; order < shopping.size(); order++) {
                if (last.contains(order)) continue;
                own.computeIfAbsent(shopping.customer(order), any -> new ArrayList<>())
                        .add(order);
                for (int product : shopping.products(order)) all.merge(product, 1, Integer::sum);
            }
            popular = best(all.keySet(), Map.of());
        }

        int[] of(String customer) {
            Map<Integer, Integer> bought = new HashMap<>();
            for (int order : own.getOrDefault(customer, List.of())) {
                for (int product : shopping.products(order)) bought.merge(product, 1, Integer::sum);
            }
            int[] first = best(bought.keySet(), bought);
            return IntStream.concat(Arrays.stream(first), Arrays.stream(popular))
                    .distinct()
                    .limit(PLACES)
                    .toArray();
        }

        private int[] best(Set<Integer> products, Map<Integer, Integer> times) {
            return products.stream()
                    .sorted((one, other) -> {
                        int byTimes = Integer.compare(times.getOrDefault(other, 0), times.getOrDefault(one, 0));
                        int byAll = Integer.compare(all.getOrDefault(other, 0), all.getOrDefault(one, 0));
                        return byTimes != 0 ? byTimes : byAll != 0 ? byAll : Integer.compare(one, other);
                    })
                    .limit(PLACES)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private static final class Sum {
        private double recall;
        private double gain;
        private double hit;
        private int count;

        void add(Sum other) {
            recall += other.recall;
            gain += other.gain;
            hit += other.hit;
            count += other.count;
        }

        void add(int[] list, int[] order) {
            Set<Integer> wanted = new HashSet<>();
            for (int product : order) wanted.add(product);
            double found = 0;
            double gained = 0;
            double ideal = 0;
            for (int place = 0; place < PLACES; place++) {
                double worth = 1 / (Math.log(place + 2) / Math.log(2));
                if (place < wanted.size()) ideal += worth;
                if (place >= list.length || !wanted.contains(list[place])) continue;
                found++;
                gained += worth;
            }
            recall += found / wanted.size();
            gain += gained / ideal;
            if (found > 0) hit++;
            count++;
        }

        double recall() {
            return recall / count;
        }

        double gain() {
            return gain / count;
        }

        double hit() {
            return hit / count;
        }
    }
}
