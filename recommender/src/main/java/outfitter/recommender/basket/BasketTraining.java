package outfitter.recommender.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.BlendTraining;
import outfitter.recommender.blend.Choice;

/**
 * Learns the blend of one task from orders that the signals have not seen. The last fifth of these decides whether the
 * blend is good enough, and is learned from by nothing.
 */
public final class BasketTraining {
    private static final int MOST = 9_000;
    private static final double FIRST_WEIGHT = 3;

    private final BasketSignals signals;
    private final BasketTask task;
    private final Random random = new Random(13);

    private BasketTraining(BasketSignals signals, BasketTask task) {
        this.signals = signals;
        this.task = task;
    }

    /**
     * Learns.
     *
     * @param orders which came after those of {@code signals}, oldest first, of known products
     */
    public static BlendTraining.Outcome learn(BasketSignals signals, BasketTask task, List<Asked> orders) {
        return new BasketTraining(signals, task).learn(orders);
    }

    private BlendTraining.Outcome learn(List<Asked> orders) {
        int cut = orders.size() - orders.size() / 5;
        List<Choice> early = choices(orders.subList(0, cut));
        List<Choice> late = choices(orders.subList(cut, orders.size()));
        int first = BasketQuestion.of(task == BasketTask.NEXT ? BasketSignal.OWN : BasketSignal.CONFIDENCE);
        Blend start = Blend.only(first, FIRST_WEIGHT, BasketQuestion.FEATURES, BasketQuestion.CONTEXTS);
        int[] alone =
                Arrays.stream(BasketSignal.ALL).mapToInt(BasketQuestion::of).toArray();
        return BlendTraining.train(early, late, start, alone, task.places);
    }

    /** One question of an order. */
    private record Line(Asked order, int line) {}

    private List<Choice> choices(List<Asked> orders) {
        List<Line> lines = new ArrayList<>();
        for (Asked order : orders) {
            random.ints(0, order.products().length)
                    .distinct()
                    .limit(Math.min(task.perOrder, order.products().length))
                    .forEach(line -> lines.add(new Line(order, line)));
        }
        Collections.shuffle(lines, random);
        List<Line> asked = lines.subList(0, Math.min(MOST, lines.size()));
        Choice[] choices = new Choice[asked.size()];
        int stripes = 2 * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, stripes).parallel().forEach(stripe -> {
            BasketQuestion question = new BasketQuestion(signals);
            for (int i = stripe; i < choices.length; i += stripes) choices[i] = choice(question, asked.get(i));
        });
        return List.of(choices);
    }

    private Choice choice(BasketQuestion question, Line asked) {
        task.ask(question, asked.order(), asked.line());
        Set<Integer> wantedProducts = new HashSet<>();
        int[] products = asked.order().products();
        for (int other = 0; other < products.length; other++) {
            if (task.wants(asked.order(), asked.line(), other)) wantedProducts.add(products[other]);
        }
        float[] wanted = new float[question.candidates()];
        for (int i = 0; i < wanted.length; i++) {
            if (wantedProducts.contains(question.candidate(i))) wanted[i] = 1f / wantedProducts.size();
        }
        return new Choice(question.features(), question.contexts(), wanted);
    }
}
