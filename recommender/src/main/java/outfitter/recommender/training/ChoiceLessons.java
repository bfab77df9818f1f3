package outfitter.recommender.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outfitter.models.merchandising.ShownList;
import outfitter.models.merchandising.ShownList.Outcome;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.BlendTraining;
import outfitter.recommender.blend.Choice;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.ranking.Blends;

/**
 * Learns the weights of one list from lists that were shown: what was inserted or ordered was chosen among the products beside it,
 * what was declined was not.
 *
 * <p>What stands higher is looked at more. So ln(place) is a feature while it learns, and nought when it ranks (Zinkevich, <em>Rules
 * of Machine Learning</em>, rule 36), and what is held out counts by the inverse of how much its place is looked at
 * (Joachims, Swaminathan and Schnabel, 2017), place^η with the η that was learned.
 *
 * <p>The latest fifth of the choices decides, and is learned from by nothing: the new weights have to find more of it than
 * those in use, beyond chance, and must not do worse on orders beyond chance.
 */
final class ChoiceLessons {
    /** With fewer choices than this nothing is learned from them. */
    static final int FEWEST = 300;

    private static final double OF_ORDERED = 2;
    private static final double OF_DECLINED = 0.5;
    private static final double MOST_INVERSE = 5;
    private static final double BEYOND_CHANCE = 1.645; // one in twenty, one-sided
    private static final int PLACES = 10;

    private final SuggestionList list;
    private final List<ShownList.Settled> shown;
    private final int features;
    private final int contexts;

    private ChoiceLessons(SuggestionList list, List<ShownList.Settled> shown, Blend like) {
        this.list = list;
        features = like.features();
        contexts = like.contexts();
        this.shown = shown.stream().filter(this::fits).toList();
    }

    /** Questions of the order log beside them: what keeps the weights from forgetting what is bought. */
    record FromOrders(List<Choice> learned, List<Choice> heldOut, Blend best) {}

    /** What keeps learned weights within bounds. */
    @FunctionalInterface
    interface Bounds {
        Blend within(Blend learned);
    }

    /**
     * Learns what goes with something, the questions of the order log together weighing as much as the choices.
     *
     * @param shown oldest first
     * @param live what ranks now
     */
    static FromChoices goesWith(List<ShownList.Settled> shown, FromOrders orders, Blend live) {
        return new ChoiceLessons(SuggestionList.GOES_WITH, shown, live)
                .learn(orders, orders.best(), live, learned -> learned);
    }

    /** Learns what is a step up: each weight stays between a third and three times what people set. */
    static FromChoices stepUp(List<ShownList.Settled> shown, Blend live) {
        Blend byHand = Blends.untrained().stepUp();
        FromOrders none = new FromOrders(List.of(), List.of(), live);
        return new ChoiceLessons(SuggestionList.STEP_UP, shown, live)
                .learn(none, live, live, learned -> bounded(learned, byHand));
    }

    private FromChoices learn(FromOrders orders, Blend start, Blend live, Bounds bounds) {
        int choices = (int) shown.stream().filter(ChoiceLessons::isChoice).count();
        if (choices < FEWEST) return new FromChoices(list, choices, false, live, false, 0, 0, 0);
        int cut = shown.size() - shown.size() / 5;
        List<Choice> learned = new ArrayList<>();
        for (ShownList.Settled each : shown.subList(0, cut)) learned.add(choice(each, true));
        double weigh = learned.size() / (double) Math.max(1, orders.learned().size());
        for (Choice choice : orders.learned())
            learned.add(choice.widened(features).times(weigh));
        Blend withPlaces = BlendTraining.fit(learned, widened(start));
        Blend blend = bounds.within(narrowed(withPlaces));
        Sample gain = new Sample();
        double looked = Math.max(0, -withPlaces.weights()[features]);
        for (ShownList.Settled each : shown.subList(cut, shown.size())) {
            if (!isChoice(each)) continue;
            Choice choice = choice(each, false);
            double better = Judged.of(blend, choice, PLACES).reciprocal()
                    - Judged.of(live, choice, PLACES).reciprocal();
            gain.add(better * Math.min(MOST_INVERSE, Math.pow(placeOf(each), looked)));
        }
        Sample onOrders = new Sample();
        for (Choice choice : orders.heldOut()) {
            onOrders.add(Judged.of(blend, choice, PLACES).quality()
                    - Judged.of(orders.best(), choice, PLACES).quality());
        }
        boolean better = gain.mean() > BEYOND_CHANCE * gain.error();
        boolean worse = onOrders.mean() < -BEYOND_CHANCE * onOrders.error();
        return new FromChoices(
                list, choices, true, blend, better && !worse, gain.mean(), gain.error(), onOrders.mean());
    }

    private boolean fits(ShownList.Settled settled) {
        boolean known = settled.list().contexts().size() == contexts
                && settled.list().products().stream()
                        .allMatch(product -> product.features().size() == features);
        long chosen =
                settled.outcomes().stream().filter(ChoiceLessons::isChosen).count();
        long declined =
                settled.outcomes().stream().filter(Outcome.DECLINED::equals).count();
        // Who takes all, or turns down all, chose nothing among them.
        int all = settled.outcomes().size();
        return known && all > 1 && (chosen > 0 ? chosen < all : declined > 0 && declined < all);
    }

    private static boolean isChosen(Outcome outcome) {
        return outcome == Outcome.INSERTED || outcome == Outcome.ORDERED;
    }

    private static boolean isChoice(ShownList.Settled settled) {
        return settled.outcomes().stream().anyMatch(ChoiceLessons::isChosen);
    }

    /** The mean place of what was chosen. */
    private static double placeOf(ShownList.Settled settled) {
        List<ShownList.Entry> products = settled.list().products();
        double sum = 0;
        int chosen = 0;
        for (int i = 0; i < products.size(); i++) {
            if (!isChosen(settled.outcomes().get(i))) continue;
            sum += products.get(i).place();
            chosen++;
        }
        return sum / chosen;
    }

    private Choice choice(ShownList.Settled settled, boolean withPlace) {
        List<ShownList.Entry> products = settled.list().products();
        int stride = withPlace ? features + 1 : features;
        float[] values = new float[products.size() * stride];
        for (int i = 0; i < products.size(); i++) {
            for (int f = 0; f < features; f++)
                values[i * stride + f] = products.get(i).features().get(f);
            if (withPlace)
                values[i * stride + features] = (float) Math.log(products.get(i).place());
        }
        float[] context = new float[contexts];
        for (int c = 0; c < contexts; c++)
            context[c] = settled.list().contexts().get(c);
        if (!isChoice(settled))
            return Choice.anyOf(values, context, notDeclined(settled)).times(OF_DECLINED);
        boolean ordered = settled.outcomes().contains(Outcome.ORDERED);
        return new Choice(values, context, chosen(settled)).times(ordered ? OF_ORDERED : 1);
    }

    private static float[] chosen(ShownList.Settled settled) {
        float[] wanted = new float[settled.outcomes().size()];
        long chosen =
                settled.outcomes().stream().filter(ChoiceLessons::isChosen).count();
        for (int i = 0; i < wanted.length; i++)
            wanted[i] = isChosen(settled.outcomes().get(i)) ? 1f / chosen : 0;
        return wanted;
    }

    private static float[] notDeclined(ShownList.Settled settled) {
        float[] wanted = new float[settled.outcomes().size()];
        for (int i = 0; i < wanted.length; i++) wanted[i] = settled.outcomes().get(i) == Outcome.DECLINED ? 0 : 1;
        return wanted;
    }

    private Blend widened(Blend blend) {
        double[] weights = blend.weights();
        double[] wide = new double[contexts * (features + 1)];
        for (int c = 0; c < contexts; c++) {
            System.arraycopy(weights, c * features, wide, c * (features + 1), features);
        }
        return new Blend(features + 1, contexts, wide);
    }

    private Blend narrowed(Blend wide) {
        double[] weights = wide.weights();
        double[] narrow = new double[contexts * features];
        for (int c = 0; c < contexts; c++) {
            System.arraycopy(weights, c * (features + 1), narrow, c * features, features);
        }
        return new Blend(features, contexts, narrow);
    }

    /** Only ratios matter within a list: brought to the sum that was set by hand, and then within bounds. */
    private static Blend bounded(Blend learned, Blend byHand) {
        double[] weights = learned.weights();
        double[] set = byHand.weights();
        double sum = Arrays.stream(weights).map(weight -> Math.max(0, weight)).sum();
        if (sum == 0) return byHand;
        double scale = Arrays.stream(set).sum() / sum;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(set[i] / 3, Math.min(set[i] * 3, scale * weights[i]));
        }
        return new Blend(learned.features(), learned.contexts(), weights);
    }

    /** Mean and standard error of what is added. */
    private static final class Sample {
        private int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double error() {
            if (count < 2) return 0;
            double variance = Math.max(0, squares - sum * sum / count) / (count - 1);
            return Math.sqrt(variance / count);
        }
    }
}
