package outfitter.recommender.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import outfitter.recommender.basket.Asked;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.basket.BasketSignal;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.BasketTask;
import outfitter.recommender.basket.BasketTraining;
import outfitter.recommender.basket.Past;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.BlendTraining;
import outfitter.recommender.blend.Judged;

/**
 * What goes into the same order: one product given, and all products but one. Orders from a date on are asked about, of 2
 * to 200 products that were sold before; every order counts the same, of its lines at most ten, drawn, are asked. Signals
 * and blends are found on the last 7 % of the orders before that date.
 */
public final class CrossSell {
    private static final double END = 0.07;
    private static final int PLACES = 10;
    private static final int CART_PLACES = 20;
    private static final int LINES = 10;

    private final Shopping shopping;
    private final double from;
    private final Consumer<String> news;
    private final Path file;

    private CrossSell(Path file, Shopping shopping, double from, Consumer<String> news) {
        this.file = file;
        this.shopping = shopping;
        this.from = from;
        this.news = news;
    }

    /**
     * What came out. {@code cold…} is what goes with a product as if it had never been sold, {@code coldShare} that as a
     * share of {@code anchorHr10}; {@code coverage} the share of all products sold before that go with some product;
     * {@code confidence…} and {@code ridge…} the best plain signal each, {@code popularity…} the most popular of the last
     * month.
     */
    public record Figures(
            double anchorHr10,
            double anchorAny10,
            double cartHr10,
            double cartMrr20,
            double coldShare,
            double coverage,
            double coldHr10,
            double confidenceHr10,
            double confidenceAny10,
            double popularityHr10,
            double popularityAny10,
            double ridgeCartHr10,
            double ridgeCartMrr20,
            double popularityCartHr10,
            double popularityCartMrr20,
            boolean anchorBlended,
            boolean cartBlended,
            boolean coldBlended,
            int orders,
            double trainSeconds) {}

    /** Measures with an order file; {@code news} hears how far it is. */
    public static Figures run(Path file, LocalDate from, Consumer<String> news) throws IOException {
        Orders orders = Orders.read(file);
        long day = from.toEpochDay();
        long before = orders.placed().stream()
                .filter(order -> order.at().getEpochSecond() < TimeUnit.DAYS.toSeconds(day))
                .count();
        if (before == 0) throw new BadInput(file, "no order before " + from + ", so nothing to learn from");
        if (before == orders.placed().size()) throw new BadInput(file, "no order from " + from + " on to ask about");
        news.accept(before + " orders to learn from, " + (orders.placed().size() - before) + " to ask about, "
                + orders.products() + " products");
        return new CrossSell(file, new Shopping(orders), day, news).run((int) before);
    }

    private Figures run(int before) {
        long began = System.nanoTime();
        if (!isAnythingAsked(before)) {
            throw new BadInput(
                    file,
                    "no order from the date on has two products that were sold before it, so nothing to ask about");
        }
        int cut = before - (int) Math.ceil(before * END);
        BasketSignals early = shopping.signals(order -> order < cut);
        List<Asked> end = shopping.asked(order -> order >= cut && order < before, order -> order < cut, early, 2);
        BlendTraining.Outcome anchor = learn(early, BasketTask.ANCHOR, end);
        BlendTraining.Outcome cold = learn(early, BasketTask.COLD, end);
        BlendTraining.Outcome cart = learn(early, BasketTask.CART, end);
        BasketSignals signals = shopping.signals(order -> order < before);
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        news.accept("trained in " + Math.round(seconds) + " s");
        List<Asked> asked = shopping.asked(order -> shopping.day(order) >= from, order -> order < before, signals, 2);
        Lists warm = new Lists(signals, BasketTask.ANCHOR, anchor.blend());
        Lists colder = new Lists(signals, BasketTask.COLD, cold.blend());
        Lists plain = new Lists(signals, BasketTask.ANCHOR, alone(BasketSignal.CONFIDENCE));
        Anchors ours = anchors(asked, warm::of);
        Anchors coldOnes = anchors(asked, colder::of);
        Anchors confident = anchors(asked, plain::of);
        int[] popular = Arrays.stream(signals.popular(from)).limit(PLACES + 1).toArray(); // a small shop has fewer
        Anchors most = anchors(asked, product -> popularBut(popular, product));
        news.accept("asked for what goes with one product");
        Carts carts = carts(signals, asked, cart.blend());
        return new Figures(
                ours.hits,
                ours.any,
                carts.blend.hits(PLACES),
                carts.blend.reciprocal(CART_PLACES),
                ours.hits == 0 ? 0 : coldOnes.hits / ours.hits,
                warm.coverage(),
                coldOnes.hits,
                confident.hits,
                confident.any,
                most.hits,
                most.any,
                carts.ridge.hits(PLACES),
                carts.ridge.reciprocal(CART_PLACES),
                carts.popular.hits(PLACES),
                carts.popular.reciprocal(CART_PLACES),
                anchor.accepted(),
                cart.accepted(),
                cold.accepted(),
                asked.size(),
                seconds);
    }

    private boolean isAnythingAsked(int before) {
        BitSet sold = new BitSet();
        for (int order = 0; order < before; order++)
            Arrays.stream(shopping.products(order)).forEach(sold::set);
        return IntStream.range(before, shopping.size())
                .anyMatch(order -> Arrays.stream(shopping.products(order))
                                .filter(sold::get)
                                .count()
                        >= 2);
    }

    private BlendTraining.Outcome learn(BasketSignals signals, BasketTask task, List<Asked> orders) {
        BlendTraining.Outcome outcome = BasketTraining.learn(signals, task, orders);
        Judged blend = outcome.learned();
        news.accept(task + ", held out: blend " + blend + ", best signal " + outcome.alone());
        return outcome;
    }

    private static Blend alone(BasketSignal signal) {
        return Blend.only(BasketQuestion.of(signal), 1, BasketQuestion.FEATURES, BasketQuestion.CONTEXTS);
    }

    private static int[] popularBut(int[] popular, int product) {
        return Arrays.stream(popular)
                .filter(each -> each != product)
                .limit(PLACES)
                .toArray();
    }

    // ---- one product given
    // -------------------------------------------------------------------------------------------

    /** The ten that go with each product, found once for each. */
    private final class Lists {
        private final BasketTask task;
        private final Blend blend;
        private final BasketQuestion question;
        private final BasketSignals signals;
        private final Map<Integer, int[]> lists = new HashMap<>();

        Lists(BasketSignals signals, BasketTask task, Blend blend) {
            this.signals = signals;
            this.task = task;
            this.blend = blend;
            question = new BasketQuestion(signals);
        }

        int[] of(int product) {
            return lists.computeIfAbsent(product, this::find);
        }

        /** Over the lists of all products that were sold. */
        double coverage() {
            Set<Integer> shown = new HashSet<>();
            int[] sold = IntStream.range(0, signals.products())
                    .filter(signals::knows)
                    .toArray();
            for (int product : sold) for (int other : of(product)) shown.add(other);
            return shown.size() / (double) sold.length;
        }

        private int[] find(int product) {
            if (task == BasketTask.COLD) question.askCold(product, from);
            else question.ask(new int[] {product}, Past.NONE, from);
            return Ranking.best(question, question.scores(blend), PLACES);
        }
    }

    private static final class Anchors {
        private double hits;
        private double any;
    }

    @FunctionalInterface
    private interface Answers {
        int[] to(int product);
    }

    /**
     * The chance that another line of the order, drawn, is in the list; and that any is. Mean over the lines asked, then
     * over the orders.
     */
    private static Anchors anchors(List<Asked> asked, Answers answers) {
        Anchors sum = new Anchors();
        for (Asked order : asked) {
            Set<Integer> inOrder = new HashSet<>();
            for (int product : order.products()) inOrder.add(product);
            int[] lines = lines(order);
            for (int line : lines) {
                long hits = Arrays.stream(answers.to(order.products()[line]))
                        .filter(inOrder::contains)
                        .count();
                sum.hits += hits / (order.products().length - 1.0) / lines.length / asked.size();
                if (hits > 0) sum.any += 1.0 / lines.length / asked.size();
            }
        }
        return sum;
    }

    /** At most ten lines of an order, the same ones for every ranking. */
    private static int[] lines(Asked order) {
        int count = order.products().length;
        return new Random(Arrays.hashCode(order.products()))
                .ints(0, count)
                .distinct()
                .limit(Math.min(LINES, count))
                .toArray();
    }

    // ---- all products given but one
    // ----------------------------------------------------------------------------------

    private static final class Carts {
        private final Ranks blend = new Ranks();
        private final Ranks ridge = new Ranks();
        private final Ranks popular = new Ranks();

        Carts with(Carts others) {
            Carts sum = new Carts();
            for (Carts each : List.of(this, others)) {
                sum.blend.add(each.blend);
                sum.ridge.add(each.ridge);
                sum.popular.add(each.popular);
            }
            return sum;
        }
    }

    private Carts carts(BasketSignals signals, List<Asked> asked, Blend blend) {
        int stripes = 2 * Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, stripes)
                .parallel()
                .mapToObj(stripe -> carts(signals, asked, blend, stripe, stripes))
                .reduce(new Carts(), Carts::with);
    }

    private Carts carts(BasketSignals signals, List<Asked> asked, Blend blend, int stripe, int stripes) {
        BasketQuestion question = new BasketQuestion(signals);
        Blend ridge = alone(BasketSignal.RIDGE);
        int[] popular = signals.popular(from);
        Carts carts = new Carts();
        for (int i = stripe; i < asked.size(); i += stripes) {
            Asked order = asked.get(i);
            int[] lines = lines(order);
            for (int line : lines) {
                int wanted = order.products()[line];
                BasketTask.CART.ask(question, order, line);
                double weight = 1.0 / lines.length;
                carts.blend.add(Ranking.rank(question, question.scores(blend), wanted), weight);
                carts.ridge.add(Ranking.rank(question, question.scores(ridge), wanted), weight);
                carts.popular.add(rank(popular, order.without(line), wanted), weight);
            }
        }
        return carts;
    }

    private static int rank(int[] popular, int[] cart, int wanted) {
        int rank = 0;
        for (int product : popular) {
            if (Arrays.stream(cart).noneMatch(each -> each == product)) rank++;
            if (product == wanted) return rank;
        }
        return Integer.MAX_VALUE;
    }
}
