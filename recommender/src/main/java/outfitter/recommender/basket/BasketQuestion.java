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
    public static final int FEATURES = SignalFeatures.EACH * BasketSignal.ALL.length + 13;

    /** 1; 1 / products in the cart; ln(1 + products) / 5; whether the customer bought before. */
    public static final int CONTEXTS = 4;

    private static final double PRIOR = 2;
    private static final double COSINE_PRIOR = 5;
    private static final double OWN_HALF_LIFE = 120;
    private static final int LENDERS = 12;
    private static final int FEW_ORDERS = 5;
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
        begin(cart, whose, when);
        for (int product : cart) {
            float need = Math.max(0, 1 - signals.orders.ordersOf(product) / (float) FEW_ORDERS);
            if (need < 1) addProduct(product, 1);
            if (need > 0) borrow(product, need);
            signals.titles.addTo(board, BasketSignal.TITLES.column, product, 1);
        }
        end();
    }

    /** Asks what goes with {@code product} as if it had never been ordered. */
    public void askCold(int product, double when) {
        begin(new int[] {product}, Past.NONE, when);
        borrow(product, 1);
        signals.titles.addTo(board, BasketSignal.TITLES.column, product, 1);
        end();
    }

    /** Asks what whoever has this {@code past} orders next, on this {@code day}. */
    public void askNext(Past whose, double when) {
        begin(NOTHING, whose, when);
        int[] freshest = whose.freshest(REMEMBERED);
        for (int product : freshest) addProduct(product, whose.freshness(product));
        end();
    }

    public int candidates() {
        return chosen.count();
    }

    public int candidate(int index) {
        return chosen.item(index);
    }

    /** A copy of the features of all candidates, one after the other. */
    public float[] features() {
        return Arrays.copyOf(values, candidates() * FEATURES);
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
     * Why {@code product} is among what the last question found: with what in the cart it was ordered how often, and how
     * often the customer ordered it before.
     */
    public List<Reason> reasons(int product) {
        List<Reason> reasons = new ArrayList<>();
        for (int with : asked) {
            int together = signals.together.together(with, product);
            if (together == 0) continue;
            reasons.add(new Reason(BasketSignal.CONFIDENCE.name(), with, together, signals.orders.ordersOf(with)));
        }
        reasons.sort(Comparator.comparingInt(Reason::count).reversed());
        Past.@Nullable Bought bought = past.bought().get(product);
        if (bought != null) {
            reasons.add(new Reason(BasketSignal.OWN.name(), Reason.ALL, bought.times(), past.orders()));
        }
        return reasons;
    }

    private void begin(int[] cart, Past whose, double when) {
        asked = cart;
        past = whose;
        day = when;
        board.clear(signals.products());
        chosen.clear(signals.products());
    }

    private void end() {
        past.bought().forEach(this::addOwn);
        for (int product : asked) silence(product);
        choose();
        describe();
        contexts[0] = 1;
        contexts[1] = asked.length == 0 ? 1 : 1f / asked.length;
        contexts[2] = (float) Math.log1p(asked.length) / 5;
        contexts[3] = past.orders() > 0 ? 1 : 0;
    }

    private void addProduct(int product, float share) {
        signals.ridge.addTo(board, BasketSignal.RIDGE.column, product, share);
        CoPurchases together = signals.together;
        double weight = together.weights[product];
        float slow = (float) (share / (weight + PRIOR));
        float fast = (float) (share / (together.lateWeights[product] + PRIOR));
        float plain = (float) (share / (signals.orders.ordersOf(product) + PRIOR));
        for (int i = 0; i < together.size(product); i++) {
            int other = together.partner(product, i);
            float pair = together.pair(product, i);
            double roots = Math.sqrt((weight + COSINE_PRIOR) * (together.weights[other] + COSINE_PRIOR));
            board.add(other, BasketSignal.CONFIDENCE.column, slow * pair);
            board.add(other, BasketSignal.LATELY.column, fast * together.latePair(product, i));
            board.add(other, BasketSignal.COSINE.column, (float) (share * pair / roots));
            board.add(other, BasketSignal.COUNTED.column, plain * together.count(product, i));
        }
    }

    private void borrow(int product, float need) {
        float[] shares = Likeness.shares(signals.titles, product, LENDERS);
        for (int i = 0; i < shares.length; i++) {
            int lender = signals.titles.other(product, i);
            if (signals.knows(lender)) addProduct(lender, need * shares[i]);
        }
    }

    private void addOwn(int product, Past.Bought bought) {
        double fresh = Math.pow(2, Math.min(0, bought.day() - day) / OWN_HALF_LIFE);
        board.add(product, BasketSignal.OWN.column, (float) (fresh * (0.5 + bought.times()) / (past.orders() + 1)));
    }

    /** What is in the cart must not take a candidate's place. */
    private void silence(int product) {
        for (BasketSignal signal : BasketSignal.ALL) board.scale(product, signal.column, 0);
    }

    private void choose() {
        for (BasketSignal signal : BasketSignal.ALL) {
            int length = board.pack(signal.column, packed);
            int brings = asked.length == 0 && signal == BasketSignal.OWN ? OWN_NEXT : signal.brings;
            int kept = Largest.toFront(packed, length, brings);
            for (int i = 0; i < kept; i++) choose(Largest.number(packed[i]));
        }
        int[] popular = signals.popular(day);
        for (int place = 0; place < popular.length && (asked.length == 0 ? place : chosen.count()) < FEWEST; place++) {
            choose(popular[place]);
        }
    }

    private void choose(int product) {
        if (!signals.knows(product)) return;
        for (int each : asked) if (each == product) return;
        chosen.touch(product);
    }

    private void describe() {
        if (values.length < candidates() * FEATURES) values = new float[2 * candidates() * FEATURES];
        for (BasketSignal signal : BasketSignal.ALL) {
            features.describe(chosen, board, signal.column, values, FEATURES, of(signal));
        }
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
    }
}
