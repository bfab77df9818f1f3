package outfitter.recommender.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Board;
import outfitter.recommender.blend.Largest;
import outfitter.recommender.blend.Reason;

/**
 * What may come next in one visit: candidates with their features, and the best of them by a blend. One a thread, used
 * for one question after the other without making garbage.
 */
public final class SessionQuestion {
    /** What is known of each candidate; see {@link SessionFeatures}. */
    public static final int FEATURES = SessionFeatures.COUNT;

    /** 1; 1 / length of the visit; how much is known of its last item; the share of repeats; whether it is of length 1. */
    public static final int CONTEXTS = 5;

    private static final int FEWEST = 30;
    private static final int RULE_ITEMS = 5;
    private static final int LAST_SESSIONS = 100;
    private static final int OTHER_SESSIONS = 40;
    private static final double RULE_DECAY = 2.5;
    private static final double KNOWN_PRIOR = 10;

    private final Signals signals;
    private final Visit visit = new Visit();
    private final Board board;
    private final Neighbours neighbours;
    private final Rules rules;
    private final Board chosen;
    private final SessionFeatures features;
    private long[] packed = new long[1024];
    private final int[] most = new int[Signal.ALL.length];
    private final long[][] columns = new long[Signal.ALL.length][];
    private final int[] lengths = new int[Signal.ALL.length];
    private final float[] contexts = new float[CONTEXTS];

    public SessionQuestion(Signals signals) {
        this.signals = signals;
        int items = signals.view.items();
        board = new Board(Signal.ALL.length, items);
        chosen = new Board(1, items);
        int newest = Math.max(signals.settings.newest(), LAST_SESSIONS);
        neighbours = new Neighbours(newest);
        rules = new Rules(newest, items);
        for (Signal signal : Signal.ALL) {
            most[signal.column()] = signal.brings;
            columns[signal.column()] = new long[2 * signal.brings];
        }
        features = new SessionFeatures(signals.popularity, visit, board);
    }

    /** Takes the visit {@code session[from..to)}, oldest first; items that are not in the index are passed over. */
    public void ask(int[] session, int from, int to) {
        score(session, from, to);
        choose();
        features.describe(chosen);
        contexts[0] = 1;
        contexts[1] = visit.length() == 0 ? 1 : 1f / visit.length();
        int known = visit.length() == 0 ? 0 : signals.view.sessionsOf(visit.last());
        contexts[2] = (float) (known / (known + KNOWN_PRIOR));
        contexts[3] = repeats();
        contexts[4] = visit.length() == 1 ? 1 : 0;
    }

    private float repeats() {
        if (visit.length() == 0) return 0;
        int distinct = 0;
        for (int i = 0; i < visit.length(); i++) if (visit.isLatest(i)) distinct++;
        return 1 - distinct / (float) visit.length();
    }

    /** How many candidates there are. */
    public int candidates() {
        return chosen.count();
    }

    public int candidate(int index) {
        return chosen.item(index);
    }

    /** A copy of the features of all candidates, one after the other. */
    public float[] features() {
        return Arrays.copyOf(features.values(), candidates() * FEATURES);
    }

    public float[] contexts() {
        return contexts.clone();
    }

    /** Writes the best items to {@code into}, the best first; tells how many. */
    public int best(Blend blend, int[] into) {
        float[] effective = blend.weightsIn(contexts);
        int count = candidates();
        if (packed.length < count) packed = new long[2 * count];
        for (int i = 0; i < count; i++) {
            float score = Blend.score(effective, features.values(), i * FEATURES);
            packed[i] = Largest.packAny(score, count - 1 - i);
        }
        int most = Math.min(count, into.length);
        int length = Largest.sorted(packed, count, most);
        for (int i = 0; i < length; i++) into[i] = chosen.item(count - 1 - Largest.number(packed[i]));
        return length;
    }

    /** Writes the scores of all candidates by {@code blend}. */
    public float[] scores(Blend blend) {
        float[] effective = blend.weightsIn(contexts);
        float[] scores = new float[candidates()];
        for (int i = 0; i < scores.length; i++) scores[i] = Blend.score(effective, features.values(), i * FEATURES);
        return scores;
    }

    /**
     * Why {@code item} is among what the last question found: in how many of the similar sessions it is, with which item
     * of the visit it was seen in most sessions, and through which the walk came to it.
     */
    public List<Reason> reasons(int item) {
        List<Reason> reasons = new ArrayList<>();
        if (visit.length() == 0) return reasons;
        int holding = neighbours.holding(signals.view, item);
        if (holding > 0) {
            reasons.add(new Reason(Signal.SIMILAR_SESSIONS.name(), Reason.ALL, holding, neighbours.count()));
        }
        Reason together = together(item);
        if (together.count() > 0) reasons.add(together);
        int through = Walk.through(signals.followers, visit, item);
        if (through >= 0) reasons.add(new Reason(Signal.WALK.name(), through, signals.view.sessionsOf(through), 0));
        return reasons;
    }

    private Reason together(int item) {
        Reason most = new Reason(Signal.TOGETHER.name(), Reason.ALL, 0, 0);
        for (int index = 0; index < visit.length(); index++) {
            int anchor = visit.item(index);
            if (anchor == item || !visit.isLatest(index)) continue;
            int count = (int) rules.read(signals.view, anchor, LAST_SESSIONS).get(item, Rules.SESSIONS);
            int of = Math.min(LAST_SESSIONS, signals.view.sessionsOf(anchor));
            if (count > most.count()) most = new Reason(Signal.TOGETHER.name(), anchor, count, of);
        }
        return most;
    }

    /** Asks similar sessions alone, for finding its settings: the rank of {@code wanted}, ties counted against it. */
    public int rankBySimilarSessions(int[] session, int from, int to, int wanted, SessionSettings settings) {
        int items = signals.view.items();
        visit.set(session, from, to, items);
        board.clear(items);
        if (visit.length() == 0 || wanted >= items) return Integer.MAX_VALUE;
        int column = Signal.SIMILAR_SESSIONS.column();
        neighbours.score(signals.view, signals.popularity, settings, visit, board, column);
        float reached = board.get(wanted, column);
        if (reached == 0) return Integer.MAX_VALUE;
        int rank = 0;
        for (int i = 0; i < board.count(); i++) if (board.get(board.item(i), column) >= reached) rank++;
        return rank;
    }

    private void score(int[] session, int from, int to) {
        SessionView view = signals.view;
        visit.set(session, from, to, view.items());
        board.clear(view.items());
        chosen.clear(view.items());
        if (visit.length() == 0) return;
        neighbours.score(view, signals.popularity, signals.settings, visit, board, Signal.SIMILAR_SESSIONS.column());
        scoreRules();
        Walk.score(signals.followers, visit, board, Signal.WALK.column());
        if (packed.length < board.count()) packed = new long[2 * board.count()];
        Walk.goOn(signals.followers, board, Signal.WALK.column(), Signal.LONG_WALK.column(), packed);
    }

    private void scoreRules() {
        int read = 0;
        for (int index = visit.length() - 1; index >= 0 && read < RULE_ITEMS; index--) {
            if (!visit.isLatest(index)) continue;
            boolean last = index == visit.length() - 1;
            float weight = (float) Math.exp(-(visit.length() - 1 - index) / RULE_DECAY);
            Board row = rules.read(signals.view, visit.item(index), last ? LAST_SESSIONS : OTHER_SESSIONS);
            addRow(row, visit.item(index), weight, last);
            read++;
        }
    }

    private void addRow(Board row, int anchor, float weight, boolean last) {
        float directed = reciprocal(row.largest(Rules.DIRECTED));
        float around = reciprocal(row.largest(Rules.TWO_SIDED));
        float together = reciprocal(row.largest(Rules.TOGETHER));
        float[] counted = row.cells();
        int own = signals.view.sessionsOf(anchor);
        for (int i = 0; i < row.count(); i++) {
            int item = row.item(i);
            int from = i * Rules.COLUMNS;
            int to = board.slot(item);
            float[] cells = board.cells();
            float follows = counted[from + Rules.DIRECTED] * directed;
            float near = counted[from + Rules.TWO_SIDED] * around;
            cells[to + Signal.FOLLOWS.column()] += weight * follows;
            cells[to + Signal.AROUND.column()] += weight * near;
            cells[to + Signal.TOGETHER.column()] += weight * together * counted[from + Rules.TOGETHER];
            if (!last) continue;
            cells[to + Signal.FOLLOWS_LAST.column()] += follows;
            cells[to + Signal.AROUND_LAST.column()] += near;
            cells[to + Signal.ALIKE_LAST.column()] +=
                    Rules.cosine(counted[from + Rules.SESSIONS], own, signals.view.sessionsOf(item));
        }
    }

    private static float reciprocal(float largest) {
        return largest > 0 ? 1 / largest : 0;
    }

    /** The best of each signal, what the visit has itself, and where that is little, what is popular. */
    private void choose() {
        for (int i = 0; i < visit.length(); i++) chosen.touch(visit.item(i));
        board.packBest(most, columns, lengths);
        for (Signal signal : Signal.ALL) {
            long[] column = columns[signal.column()];
            int kept = Largest.toFront(column, lengths[signal.column()], signal.brings);
            for (int i = 0; i < kept; i++) chosen.touch(Largest.number(column[i]));
        }
        for (int place = 0; chosen.count() < FEWEST && signals.popularity.at(place) >= 0; place++) {
            chosen.touch(signals.popularity.at(place));
        }
    }
}
