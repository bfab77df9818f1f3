package outfitter.bot.understanding.sentence;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Texts that were judged unseen: whatever makes a probability of a fit, or a decision of a probability, is fitted to them. */
record Held(List<Unseen> all) {
    /** With so many real examples of the unknown, no classes need to be left out to stand for it. */
    static final int ENOUGH_UNKNOWN = 400;
    /** What a message is expected to be unknown with at least, however few examples there are. */
    private static final double LEAST_UNKNOWN = 0.1;

    /**
     * How much each of {@link Fit#signals} counts where nothing at all is known of the unknown: what lies farther from the
     * classes than their own texts do is less likely to belong to them, and those texts nearly certainly do.
     */
    private static final double[] UNTAUGHT = {0, 0.5, 0, 0, 0.5, 0, 4};

    Held {
        all = List.copyOf(all);
    }

    private List<Unseen> known() {
        return all.stream().filter(Unseen::isKnown).toList();
    }

    private static List<Fit> fits(List<Unseen> some) {
        return some.stream().map(Unseen::fit).toList();
    }

    private static int[] truth(List<Unseen> some) {
        return some.stream().mapToInt(Unseen::label).toArray();
    }

    Weighing weighing() {
        return Weighing.fit(fits(known()), truth(known()));
    }

    /** How badly the best weighing of these fits tells their classes. */
    double surprise() {
        return weighing().surprise(fits(known()), truth(known()));
    }

    /**
     * Whether a text belongs to any class, where {@code real} examples of the unknown were taught. With enough of them each
     * class has odds of its own, because some have more neighbours that are none of ours than others.
     */
    Logistic belonging(long real) {
        boolean each = real >= ENOUGH_UNKNOWN;
        double[][] signals = all.stream().map(text -> text.fit().signals(each)).toArray(double[][]::new);
        if (all.stream().allMatch(Unseen::isKnown)) return Logistic.assumed(signals, Fit.SIGNALS, UNTAUGHT.clone());
        boolean[] truth = new boolean[all.size()];
        for (int i = 0; i < truth.length; i++) truth[i] = all.get(i).isKnown();
        return Logistic.fit(
                signals,
                Fit.SIGNALS,
                truth,
                all.stream().mapToDouble(weight(real)).toArray());
    }

    /** From which probability of belonging nowhere on a text is refused. */
    double refusal(Weighing weighing, Logistic belonging, long real) {
        return Refusal.fit(all, weighing, belonging, weight(real));
    }

    /** Real examples and strangers each stand for half of the unknown, where there are both. */
    private ToDoubleFunction<Unseen> weight(long real) {
        double known = all.stream().filter(Unseen::isKnown).count();
        double strangers = all.stream().filter(Unseen::stranger).count();
        double share = Math.max(LEAST_UNKNOWN, real / (real + known));
        double unknown = known * share / (1 - share);
        double parts = (real > 0 ? 1 : 0) + (strangers > 0 ? 1 : 0);
        return text -> text.isKnown() ? 1 : unknown / parts / (text.stranger() ? strangers : real);
    }
}
