package outfitter.recommender.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import outfitter.models.merchandising.ShownList;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.basket.BasketSignal;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.blend.BlendTraining;
import outfitter.recommender.blend.Choice;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Situation;

/**
 * Learns how to rank from the end of an order log, which the signals have not seen: of each order there some products are
 * at hand, what its customer bought before is known in half of the questions, and the rest of the order is wanted. The
 * last fifth of these orders decides whether the blend is good enough, and is learned from by nothing. Where enough was
 * chosen of what agents were shown, {@link ChoiceLessons} goes on from there.
 *
 * <p>Takes seconds, more for a large assortment; off the event loop. For one thread.
 */
public final class Lessons {
    private static final double END = 0.07;
    private static final int FEWEST_ORDERS = 100;
    private static final int MOST_QUESTIONS = 1_600;
    private static final int PER_ORDER = 3;
    private static final int LARGEST_ORDER = 60;
    private static final int PLACES = 10;
    private static final int REMEMBERED = 30;

    /** So many products take part in the ridge table: more would take minutes of a small machine. */
    private static final int IN_RIDGE = 3_000;

    private final OrderLog log;
    private final Assortment assortment;
    private final Taught taught;
    private final Instant now;
    private final Consumer<Stage> reached;
    private final Random random = new Random(23);

    private Lessons(OrderLog log, Taught taught, Instant now, Consumer<Stage> reached) {
        this.log = log;
        this.taught = taught;
        assortment = log.assortment();
        this.now = now;
        this.reached = reached;
    }

    /**
     * What there is beside the order log.
     *
     * @param goesWith lists of what goes with something of which something was chosen or declined, oldest first
     * @param stepUp the same of steps up
     * @param live what ranks now
     * @param source what {@code live} was learned from
     */
    public record Taught(
            List<ShownList.Settled> goesWith, List<ShownList.Settled> stepUp, Blends live, Lesson.Source source) {
        public Taught {
            goesWith = List.copyOf(goesWith);
            stepUp = List.copyOf(stepUp);
        }

        /** No choice was logged yet. */
        public static Taught nothing() {
            return new Taught(List.of(), List.of(), Blends.untrained(), Lesson.Source.ORDERS);
        }
    }

    /** Learns from {@code log} alone. */
    public static Lesson learn(OrderLog log, Instant now) {
        return learn(log, Taught.nothing(), now);
    }

    /**
     * Learns from {@code log} and from what was chosen. Of too short a log the lesson is that nothing could be learned: it is
     * not accepted. What was learned from choices before is given up only for what was learned from choices.
     */
    public static Lesson learn(OrderLog log, Taught taught, Instant now) {
        return learn(log, taught, now, stage -> {});
    }

    /**
     * The same.
     *
     * @param reached told of each stage when it begins, on the thread that learns
     */
    public static Lesson learn(OrderLog log, Taught taught, Instant now, Consumer<Stage> reached) {
        return new Lessons(log, taught, now, reached).learn();
    }

    private Lesson learn() {
        reached.accept(Stage.COUNTING);
        int[] orders = log.inTime();
        int end = Math.min(orders.length, Math.max(FEWEST_ORDERS, (int) Math.ceil(orders.length * END)));
        int cut = orders.length - end;
        SparseRows titles = IndexBuilder.titles(assortment);
        Index early = IndexBuilder.build(log, Arrays.copyOf(orders, cut), titles, now);
        Ranker ranker = new Ranker(early.with(ridge(Arrays.copyOf(orders, cut))));
        int late = orders.length - end / 5;
        Map<Long, List<Integer>> earlier = byCustomer(orders);
        List<Choice> learned = choices(ranker, Arrays.copyOfRange(orders, cut, late), earlier, MOST_QUESTIONS * 4 / 5);
        List<Choice> heldOut =
                choices(ranker, Arrays.copyOfRange(orders, late, orders.length), earlier, MOST_QUESTIONS / 5);
        int[] signals = Arrays.stream(BasketSignal.values())
                .mapToInt(BasketQuestion::of)
                .toArray();
        reached.accept(Stage.WEIGHING);
        BlendTraining.Outcome outcome = BlendTraining.train(learned, heldOut, Ranker.untrained(), signals, PLACES);
        FromChoices goesWith = ChoiceLessons.goesWith(
                taught.goesWith(),
                new ChoiceLessons.FromOrders(learned, heldOut, outcome.blend()),
                taught.live().goesWith());
        FromChoices stepUp = ChoiceLessons.stepUp(taught.stepUp(), taught.live().stepUp());
        reached.accept(Stage.DECIDING);
        boolean keepsWhatWasChosen = taught.source() == Lesson.Source.IMPRESSIONS && goesWith.enough();
        return new Lesson(
                assortment,
                goesWith.accepted() ? goesWith.blend() : outcome.blend(),
                ridge(orders),
                goesWith.accepted() || (outcome.accepted() && !keepsWhatWasChosen),
                outcome.learned(),
                outcome.alone(),
                BasketQuestion.signalOf(outcome.signal()).name(),
                learned.size(),
                goesWith.accepted() ? Lesson.Source.IMPRESSIONS : Lesson.Source.ORDERS,
                List.of(goesWith, stepUp),
                now);
    }

    private SparseRows ridge(int[] orders) {
        return ridge(log, orders, now);
    }

    /** The ridge table of {@code orders}, given oldest first. */
    static SparseRows ridge(OrderLog log, int[] orders, Instant now) {
        return BasketSignals.ridge(log.lines(orders, now), IN_RIDGE);
    }

    private Map<Long, List<Integer>> byCustomer(int[] orders) {
        Map<Long, List<Integer>> all = new HashMap<>();
        for (int order : orders) {
            if (log.customerOf(order) != 0) {
                all.computeIfAbsent(log.customerOf(order), any -> new ArrayList<>())
                        .add(order);
            }
        }
        return all;
    }

    private List<Choice> choices(Ranker ranker, int[] orders, Map<Long, List<Integer>> earlier, int most) {
        List<Choice> choices = new ArrayList<>();
        int[] shuffled = shuffled(orders);
        for (int order : shuffled) {
            int[] products = log.productsOf(order);
            if (products.length < 2 || products.length > LARGEST_ORDER) continue;
            int[] lines = shuffled(IntStream.range(0, products.length).toArray());
            for (int line = 0; line < Math.min(PER_ORDER, lines.length); line++) {
                if (choices.size() == most) return choices;
                choices.add(choice(ranker, order, products, lines[line], earlier));
            }
        }
        return choices;
    }

    private Choice choice(Ranker ranker, int order, int[] products, int line, Map<Long, List<Integer>> earlier) {
        List<Integer> atHand = new ArrayList<>(List.of(products[line]));
        List<Integer> cart = new ArrayList<>();
        if (products.length > 2 && random.nextInt(3) == 0) cart.add(products[(line + 1) % products.length]);
        Set<Integer> wanted = new HashSet<>();
        for (int product : products) if (!atHand.contains(product) && !cart.contains(product)) wanted.add(product);
        List<Situation.Purchase> past = random.nextBoolean() ? past(order, earlier) : List.of();
        Situation situation =
                new Situation(ids(atHand), ids(cart), past, Set.of(), Set.of(), Map.of(), log.timeOf(order, now));
        return ranker.choice(situation, wanted);
    }

    /** What the customer had bought before this order, newest first. */
    private List<Situation.Purchase> past(int order, Map<Long, List<Integer>> earlier) {
        List<Integer> own = earlier.getOrDefault(log.customerOf(order), List.of());
        Map<Integer, Situation.Purchase> bought = new LinkedHashMap<>();
        for (int i = own.indexOf(order) - 1; i >= 0 && bought.size() < REMEMBERED; i--) {
            for (int product : log.productsOf(own.get(i))) {
                Instant at = log.timeOf(own.get(i), now);
                bought.merge(
                        product,
                        new Situation.Purchase(assortment.id(product), at),
                        (newer, older) -> new Situation.Purchase(newer.product(), newer.at(), newer.times() + 1));
            }
        }
        return List.copyOf(bought.values());
    }

    private List<String> ids(List<Integer> products) {
        return products.stream().map(assortment::id).toList();
    }

    private int[] shuffled(int[] numbers) {
        int[] shuffled = numbers.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = moved;
        }
        return shuffled;
    }
}
