package outfitter.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static outfitter.recommender.TestShop.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outfitter.models.conversation.ConversationId;
import outfitter.models.merchandising.ShownList;
import outfitter.models.merchandising.ShownList.Outcome;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.TestShop;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Choice;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.ranking.Blends;

/** Agents who choose by a rule that we know: first they look, the higher the likelier, then they take what they like best. */
class ChoiceLessonsTest {
    private static final Blend LIVE = Blends.untrained().goesWith();
    private static final Blend BY_HAND = Blends.untrained().stepUp();
    private static final int SHOWN = 6;
    private static final int LIKED = 7;

    private final Random random = new Random(41);

    @Test
    void theBlendLearnsWhatAgentsChooseBy() {
        FromChoices learned = ChoiceLessons.goesWith(lists(600, this::likesOne), noOrders(), LIVE);

        assertThat(learned.verdict()).startsWith("used: 600 choices");
        assertThat(learned.gain()).isGreaterThan(3 * learned.error());
        assertThat(placeOfLiked(learned.blend())).isLessThan(placeOfLiked(LIVE) - 1);
    }

    @Test
    void withTooFewChoicesNothingChanges() {
        FromChoices learned = ChoiceLessons.goesWith(lists(299, this::likesOne), noOrders(), LIVE);

        assertThat(learned.enough()).isFalse();
        assertThat(learned.accepted()).isFalse();
        assertThat(learned.blend()).isSameAs(LIVE);
        assertThat(learned.verdict()).isEqualTo("not yet: 299 choices, 300 are needed");
    }

    @Test
    void whoChoosesByLotTeachesNothing() {
        long used = IntStream.range(0, 10)
                .filter(any -> ChoiceLessons.goesWith(lists(400, list -> random.nextInt(SHOWN)), noOrders(), LIVE)
                        .accepted())
                .count();

        assertThat(used).isLessThanOrEqualTo(2); // one in twenty passes by luck
    }

    @Test
    void whatStandsFirstIsNotBetterForBeingTakenFirst() {
        // live sorts by its own score, and agents take whatever they see first
        List<ShownList.Settled> lists = lists(600, list -> looked());

        FromChoices learned = ChoiceLessons.goesWith(lists, noOrders(), LIVE);

        assertThat(learned.accepted()).isFalse();
    }

    @Test
    void whatIsDeclinedSinks() {
        List<ShownList.Settled> chosen = lists(300, list -> random.nextInt(SHOWN));
        List<ShownList.Settled> declined = lists(600, this::likesOne).stream()
                .map(ChoiceLessonsTest::turnedDown)
                .toList();
        List<ShownList.Settled> both = new ArrayList<>();
        for (int i = 0; i < 300; i++) both.addAll(List.of(declined.get(2 * i), declined.get(2 * i + 1), chosen.get(i)));

        Blend without = ChoiceLessons.goesWith(chosen, noOrders(), LIVE).blend();
        Blend with = ChoiceLessons.goesWith(both, noOrders(), LIVE).blend();

        assertThat(placeOfLiked(with)).isGreaterThan(placeOfLiked(without) + 0.5);
    }

    @Test
    void whatForgetsWhatIsOrderedTogetherIsRefused() {
        List<Choice> orders = IntStream.range(0, 300).mapToObj(any -> order()).toList();
        Blend best = Blend.only(0, 1, LIVE.features(), LIVE.contexts());
        List<ShownList.Settled> opposite = lists(600, list -> best(list, product -> -product.get(0)));

        FromChoices learned = ChoiceLessons.goesWith(
                opposite, new ChoiceLessons.FromOrders(orders.subList(0, 20), orders.subList(100, 300), best), LIVE);

        assertThat(learned.orders()).isNegative();
        assertThat(learned.accepted()).isFalse();
    }

    @Test
    void aStepUpIsWeighedAsAgentsWeighItWithinBounds() {
        // the second scorer, the shared purpose, is all that they care for
        List<ShownList.Settled> lists = IntStream.range(0, 600)
                .mapToObj(any -> list(SuggestionList.STEP_UP, BY_HAND))
                .map(list -> settled(list, likes(list, 1), Outcome.ORDERED))
                .toList();

        FromChoices learned = ChoiceLessons.stepUp(lists, BY_HAND);

        double[] weights = learned.blend().weights();
        double[] set = BY_HAND.weights();
        assertThat(learned.accepted()).isTrue();
        assertThat(weights[1]).isGreaterThan(1.5 * set[1]);
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isBetween(set[i] / 3 - 1e-9, set[i] * 3 + 1e-9);
        }
    }

    @Test
    void theLessonTellsWhatItLearnedFrom() {
        TestShop shop = new TestShop().sell("boot", "wear/boots", 90).sell("sock", "wear/socks", 9);
        for (int day = 400; day > 0; day--) shop.order(day, "boot", "sock");
        OrderLog log = new OrderLog(shop.assortment());
        shop.lines().forEach(log::add);
        Lessons.Taught taught = new Lessons.Taught(
                lists(400, this::likesOne), List.of(), Blends.untrained(), Lesson.Source.IMPRESSIONS);

        Lesson lesson = Lessons.learn(log, taught, NOW);

        assertThat(lesson.chosen())
                .extracting(FromChoices::list, FromChoices::choices, FromChoices::enough)
                .containsExactly(tuple(SuggestionList.GOES_WITH, 400, true), tuple(SuggestionList.STEP_UP, 0, false));
        assertThat(lesson.source()).isEqualTo(Lesson.Source.IMPRESSIONS);
        assertThat(lesson.verdict()).contains("by choices of goes-with used: 400 choices");
    }

    @Test
    void withoutLoggedChoicesTheOrderLogTeachesAlone() {
        TestShop shop = new TestShop().sell("boot", "wear/boots", 90).sell("sock", "wear/socks", 9);
        for (int day = 400; day > 0; day--) shop.order(day, "boot", "sock");
        OrderLog log = new OrderLog(shop.assortment());
        shop.lines().forEach(log::add);

        Lesson alone = Lessons.learn(log, NOW);
        Lesson withFew = Lessons.learn(
                log,
                new Lessons.Taught(lists(40, this::likesOne), List.of(), Blends.untrained(), Lesson.Source.ORDERS),
                NOW);

        assertThat(withFew.source()).isEqualTo(Lesson.Source.ORDERS);
        assertThat(withFew.blend().weights()).containsExactly(alone.blend().weights(), within(1e-12));
    }

    // ---- agents ---------------------------------------------------------------------------------------------------

    private interface Agent {
        int takes(ShownList list);
    }

    private interface Worth {
        double of(List<Float> features);
    }

    private int likesOne(ShownList list) {
        return likes(list, LIKED);
    }

    /** Of what they looked at, what has most of this feature. */
    private int likes(ShownList list, int feature) {
        return best(list, product -> product.get(feature));
    }

    private int best(ShownList list, Worth worth) {
        int looked = Math.max(looked(), looked());
        return IntStream.rangeClosed(0, looked)
                .boxed()
                .max(Comparator.comparingDouble(
                        at -> worth.of(list.products().get(at).features())))
                .orElseThrow();
    }

    /** How far down they look: the second place half as often as the first, and so on. */
    private int looked() {
        double at = random.nextDouble()
                * IntStream.rangeClosed(1, SHOWN)
                        .mapToDouble(place -> 1.0 / place)
                        .sum();
        int place = 0;
        while (place < SHOWN - 1 && (at -= 1.0 / (place + 1)) > 0) place++;
        return place;
    }

    private List<ShownList.Settled> lists(int count, Agent agent) {
        return IntStream.range(0, count)
                .mapToObj(any -> list(SuggestionList.GOES_WITH, LIVE))
                .map(list -> settled(list, agent.takes(list), Outcome.INSERTED))
                .toList();
    }

    /** As the live weights sort it. */
    private ShownList list(SuggestionList list, Blend live) {
        float[] contexts = new float[live.contexts()];
        Arrays.fill(contexts, 1);
        float[] weights = live.weightsIn(contexts);
        List<float[]> products = IntStream.range(0, SHOWN)
                .mapToObj(any -> random(live.features()))
                .sorted(Comparator.comparingDouble(features -> -Blend.score(weights, features, 0)))
                .toList();
        List<ShownList.Entry> entries = new ArrayList<>();
        for (float[] features : products) {
            entries.add(new ShownList.Entry("p" + entries.size(), entries.size() + 1, floats(features)));
        }
        return new ShownList(new ConversationId(1), 1, list, NOW, "form", entries, floats(contexts));
    }

    private static ShownList.Settled settled(ShownList list, int taken, Outcome outcome) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) outcomes.add(i == taken ? outcome : Outcome.NONE);
        return new ShownList.Settled(list, outcomes);
    }

    private static ShownList.Settled turnedDown(ShownList.Settled chosen) {
        return new ShownList.Settled(
                chosen.list(),
                chosen.outcomes().stream()
                        .map(outcome -> outcome == Outcome.INSERTED ? Outcome.DECLINED : outcome)
                        .toList());
    }

    /** Ordered together is what has most of the first feature. */
    private Choice order() {
        float[] features = new float[20 * LIVE.features()];
        int best = 0;
        for (int i = 0; i < 20; i++) {
            System.arraycopy(random(LIVE.features()), 0, features, i * LIVE.features(), LIVE.features());
            if (features[i * LIVE.features()] > features[best * LIVE.features()]) best = i;
        }
        float[] wanted = new float[20];
        wanted[best] = 1;
        return new Choice(features, new float[] {1, 1, 1, 1}, wanted);
    }

    /** Where what they like best stands on average. */
    private double placeOfLiked(Blend blend) {
        Random other = new Random(3);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            float[] features = new float[SHOWN * LIVE.features()];
            for (int f = 0; f < features.length; f++) features[f] = other.nextFloat();
            float[] wanted = new float[SHOWN];
            int liked = 0;
            for (int at = 1; at < SHOWN; at++) {
                if (features[at * LIVE.features() + LIKED] > features[liked * LIVE.features() + LIKED]) liked = at;
            }
            wanted[liked] = 1;
            Choice choice = new Choice(features, new float[] {1, 1, 1, 1}, wanted);
            sum += 1 / Judged.of(blend, choice, SHOWN).reciprocal();
        }
        return sum / 200;
    }

    private float[] random(int features) {
        float[] random = new float[features];
        for (int f = 0; f < features; f++) random[f] = this.random.nextFloat();
        return random;
    }

    private static List<Float> floats(float[] values) {
        List<Float> all = new ArrayList<>();
        for (float value : values) all.add(value);
        return all;
    }

    private static ChoiceLessons.FromOrders noOrders() {
        return new ChoiceLessons.FromOrders(List.of(), List.of(), LIVE);
    }
}
