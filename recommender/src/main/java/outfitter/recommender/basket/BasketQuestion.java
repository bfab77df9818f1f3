package outfitter.recommender.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;
import outfitter.recommender.blend.Reason;
import outfitter.recommender.blend.SignalFeatures;

/**
 * What completes a cart: candidates with their features, and the best of them by a blend. A cart of one product asks for
 * what goes with it. One a thread.
 */
public final class BasketQuestion {
    /** Of each signal its {@link SignalFeatures}, then those of {@link #describeProduct}. */
    public static final int FEATURES = SignalFeatures.EACH * BasketSignal.ALL.length + 14;

    /** The signal that ranks by this feature. */
    public static BasketSignal signalOf(int feature) {
        return BasketSignal.ALL[feature / SignalFeatures.EACH];
    }

    /** The feature that says how often a product is bought at all. */
    public static final int POPULARITY = SignalFeatures.EACH * BasketSignal.ALL.length;

    /** 1; 1 / products in the cart; ln(1 + products) / 5; whether the customer bought before. */
    public static final int CONTEXTS = 4;

    private static final double PRIOR = 2;
    private static final double COSINE_PRIOR = 5;
    private static final double OWN_HALF_LIFE = 120;
    private static final int FEWEST = 40;
    private static final int OWN_NEXT = 200;
    private static final int REMEMBERED = 60;
    private static final int[] NOTHING = new int[0];

    private final BasketSignals signals;
    private final Board board;
    private final Board chosen;
    private final SignalFeatures features = new SignalFeatures();
    private float[] values = new float[FEATURES * 256];
    private final float[] contexts = new float[CONTEXTS];
    private long[] packed;
    private Past past = Past.NONE;
    private double day;
    private int[] asked = NOTHING;
    private Conditions conditions = Conditions.notIn(NOTHING);

    public BasketQuestion(BasketSignals signals) {
        this.signals = signals;
        board = new Board(BasketSignal.ALL.length, signals.products());
        chosen = new Board(1, signals.products());
        packed = new long[signals.products()];
    }

    /** The feature by which {@code signal} ranks alone. */
    public static int of(BasketSignal signal) {
        return SignalFeatures.EACH * signal.column;
    }

    /**
     * Asks what completes {@code cart} for whoever has this {@code past} on this {@code day}. A product of few orders
     * borrows from those with like titles, the more the fewer it has.
     */
    public void ask(int[] cart, Past whose, double when) {
        float[] all = new float[cart.length];
        Arrays.fill(all, 1);
        ask(cart, all, whose, when, Conditions.notIn(cart));
    }

    /**
     * Asks the same of products that do not matter alike.
     *
     * @param shares how much each of {@code products} matters, from 0 to 1
     */
    public void ask(int[] products, float[] shares, Past whose, double when, Conditions asking) {
        begin(products, whose, when, asking);
        float all = 0;
        for (int i = 0; i < products.length; i++) {
            float need = signals.need(products[i]);
            if (need < 1) addProduct(products[i], products[i], shares[i]);
            if (need > 0) borrow(products[i], shares[i] * need);
            addTitles(products[i], shares[i]);
            all += shares[i];
        }
        end(all);
    }

    /** Asks what goes with {@code product} as if it had never been ordered. */
    public void askCold(int product, double when) {
        int[] alone = {product};
        begin(alone, Past.NONE, when, Conditions.notIn(alone));
        borrow(product, 1);
        addTitles(product, 1);
        end(1);
    }

    /** Asks what whoever has this {@code past} orders next, on this {@code day}. */
    public void askNext(Past whose, double when) {
        begin(NOTHING, whose, when, Conditions.notIn(NOTHING));
        int[] freshest = whose.freshest(REMEMBERED);
        for (int product : freshest) addProduct(product, product, whose.freshness(product));
        end(0);
    }

    public int candidates() {
        return chosen.count();
    }

    public int candidate(int index) {
        return chosen.item(index);
    }

    /** The points that {@code signal} gave the product; 0 for none. */
    public float points(BasketSignal signal, int product) {
        return board.get(product, signal.column);
    }

    /** A copy of the features of all candidates, one after the other. */
    public float[] features() {
        return Arrays.copyOf(values, candidates() * FEATURES);
    }

    /** A copy of the features of one product; all nought when it is no candidate. */
    public float[] featuresOf(int product) {
        for (int i = 0; i < candidates(); i++) {
            if (candidate(i) == product) return Arrays.copyOfRange(values, i * FEATURES, (i + 1) * FEATURES);
        }
        return new float[FEATURES];
    }

    public float[] contexts() {
        return contexts.clone();
    }

    /** The scores of all candidates by {@code blend}. */
    public float[] scores(Blend blend) {
        float[] effective = blend.weightsIn(contexts);
        float[] scores = new float[candidates()];
        for (int i = 0; i < scores.length; i++) scores[i] = Blend.score(effective, values, i * FEATURES);
        return scores;
    }

    /**
     * What one signal says of a candidate.
     *
     * @param share of what the best candidate has of it
     * @param weight what it adds to the score
     */
    public record Say(BasketSignal signal, double share, double weight) {}

    /** What each signal says of {@code product}, what counts most first; empty when it is no candidate. */
    public List<Say> says(Blend blend, int product) {
        List<Say> says = new ArrayList<>();
        for (int i = 0; i < candidates(); i++) {
            if (candidate(i) != product) continue;
            float[] effective = blend.weightsIn(contexts);
            for (BasketSignal signal : BasketSignal.ALL) {
                double weight = 0;
                for (int f = of(signal); f < of(signal) + SignalFeatures.EACH; f++) {
                    weight += effective[f] * values[i * FEATURES + f];
                }
                says.add(new Say(signal, values[i * FEATURES + of(signal)], weight));
            }
        }
        says.sort(Comparator.comparingDouble((Say say) -> -Math.abs(say.weight())));
        return says;
    }

    /**
     * Why {@code product} is among what the last question found: with what in the cart it was ordered how often, and how
     * often the customer ordered it before.
     */
    public List<Reason> reasons(int product) {
        List<Reason> reasons = new ArrayList<>();
        for (int with : asked) {
            int together = signals.together.together(with, product);
            if (together == 0) continue;
            reasons.add(new Reason(BasketSignal.CONFIDENCE.name(), with, together, signals.together.orders(with)));
        }
        reasons.sort(Comparator.comparingInt(Reason::count).reversed());
        Past.@Nullable Bought bought = past.bought().get(product);
        if (bought != null) {
            reasons.add(new Reason(BasketSignal.OWN.name(), Reason.ALL, bought.times(), past.orders()));
        }
        return reasons;
    }

    private void begin(int[] cart, Past whose, double when, Conditions asking) {
        asked = cart;
        conditions = asking;
        past = whose;
        day = when;
        board.clear(signals.products());
        chosen.clear(signals.products());
    }

    private void end(float all) {
        past.bought().forEach(this::addOwn);
        choose();
        describe();
        contexts[0] = 1;
        contexts[1] = 1 / Math.max(1, all);
        contexts[2] = (float) Math.log1p(all) / 5;
        contexts[3] = past.orders() > 0 ? 1 : 0;
    }

    /** What is known of {@code product} speaks, on behalf of {@code with}. */
    private void addProduct(int product, int with, float share) {
        addRidge(product, with, share);
        Counts together = signals.together;
        double weight = together.weight(product);
        float slow = (float) (share / (weight + PRIOR));
        float fast = (float) (share / (together.lateWeight(product) + PRIOR));
        float plain = (float) (share / (together.orders(product) + PRIOR));
        int fewest = conditions.fewest();
        boolean reduced = together.isReduced(product);
        together.partnersOf(product, (other, orders, pair, late) -> {
            boolean seldom = (reduced || orders < fewest) && together.together(product, other) < fewest;
            if (seldom || !conditions.suits(with, other)) return;
            float left = conditions.left(with, other);
            double roots = Math.sqrt((weight + COSINE_PRIOR) * (together.weight(other) + COSINE_PRIOR));
            board.add(other, BasketSignal.CONFIDENCE.column, (float) (left * slow * pair));
            board.add(other, BasketSignal.LATELY.column, (float) (left * fast * late));
            board.add(other, BasketSignal.COSINE.column, (float) (left * share * pair / roots));
            board.add(other, BasketSignal.COUNTED.column, left * plain * orders);
        });
    }

    private void addRidge(int product, int with, float share) {
        for (int i = 0; i < signals.ridge.size(product); i++) {
            int other = signals.ridge.other(product, i);
            if (!conditions.suits(with, other)) continue;
            board.add(
                    other,
                    BasketSignal.RIDGE.column,
                    conditions.left(with, other) * share * signals.ridge.weight(product, i));
        }
    }

    private void addTitles(int product, float share) {
        for (int i = 0; i < signals.titles.size(product); i++) {
            int other = signals.titles.other(product, i);
            if (!conditions.suits(product, other)) continue;
            board.add(other, BasketSignal.TITLES.column, share * signals.titles.weight(product, i));
        }
    }

    private void borrow(int product, float need) {
        signals.lenders(product, (lender, share) -> addProduct(lender, product, need * share));
    }

    private void addOwn(int product, Past.Bought bought) {
        double fresh = Math.pow(2, Math.min(0, bought.day() - day) / OWN_HALF_LIFE);
        board.add(product, BasketSignal.OWN.column, (float) (fresh * (0.5 + bought.times()) / (past.orders() + 1)));
    }

    private void choose() {
        for (BasketSignal signal : BasketSignal.ALL) {
            int length = board.pack(signal.column, packed);
            int may = 0; // what must not be seen must not take a candidate's place
            for (int i = 0; i < length; i++) {
                if (conditions.maySee(Largest.number(packed[i]))) packed[may++] = packed[i];
            }
            int brings = asked.length == 0 && signal == BasketSignal.OWN ? OWN_NEXT : signal.brings;
            int kept = Largest.toFront(packed, may, brings);
            for (int i = 0; i < kept; i++) choose(Largest.number(packed[i]));
        }
        int[] popular = signals.popular(day);
        for (int place = 0; place < popular.length && (asked.length == 0 ? place : chosen.count()) < FEWEST; place++) {
            if (conditions.maySee(popular[place])) choose(popular[place]);
        }
    }

    private void choose(int product) {
        if (signals.knows(product)) chosen.touch(product);
    }

    private void describe() {
        if (values.length < candidates() * FEATURES) values = new float[2 * candidates() * FEATURES];
        features.describe(chosen, board, values, FEATURES);
        for (int i = 0; i < candidates(); i++) describeProduct(candidate(i), i * FEATURES);
    }

    private void describeProduct(int product, int own) {
        int at = own + SignalFeatures.EACH * BasketSignal.ALL.length;
        Past.Bought bought = past.bought().get(product);
        float ridge = values[own + of(BasketSignal.RIDGE)];
        float confidence = values[own + of(BasketSignal.CONFIDENCE)];
        float whole = signals.whole(product);
        float lately = signals.lately(product, day);
        values[at] = whole;
        values[at + 1] = lately;
        values[at + 2] = lately - whole;
        values[at + 3] = bought == null ? 0 : 1;
        values[at + 4] = bought == null ? 0 : (float) Math.log(bought.times());
        values[at + 5] = bought == null ? 0 : bought.times() / (float) past.orders();
        values[at + 6] = bought == null ? 0 : 1f / (1 + bought.ordersSince());
        values[at + 7] = bought == null ? 0 : (float) Math.exp(-Math.max(0, day - bought.day()) / 60);
        values[at + 8] = bought == null ? 0 : lately;
        values[at + 9] = (float) Math.sqrt(ridge * confidence);
        values[at + 10] = (float) Math.sqrt(ridge * values[own + of(BasketSignal.TITLES)]);
        values[at + 11] = bought == null ? 0 : ridge;
        values[at + 12] = lately * confidence;
        values[at + 13] = conditions.fit(product);
    }
}
