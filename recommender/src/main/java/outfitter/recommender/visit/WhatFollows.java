package outfitter.recommender.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.ranking.GoesOn;
import outfitter.recommender.session.SessionFeatures;
import outfitter.recommender.session.SessionIndex;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;
import outfitter.recommender.session.SessionTraining;
import outfitter.recommender.session.SessionView;
import outfitter.recommender.session.Signal;
import outfitter.recommender.session.Signals;
import outfitter.recommender.session.WentOn;

/**
 * What is looked at after what, by all visits that ended: the index of sessions over them, and the blend that was learned from
 * them, before that similar visits alone. Thread-safe.
 */
final class WhatFollows {
    /** From fewer visits than this nothing is learned. */
    static final int FEWEST = 2_000;

    private static final int LEAST_END = 500;
    private static final int MOST_ITEMS = 200_000;
    private static final int NEWEST = 200;
    /** Popularity and followers are counted anew when there are so much more visits. */
    private static final int RECOUNT_SHARE = 10;

    private static final int FIRST_RECOUNT = 20;
    private static final int PLACES = 40;
    private static final int ANCHORS = 3;
    /** So many visits with what was looked at last are as good as knowing half. */
    private static final double PRIOR = 50;

    private static final Blend SIMILAR = Blend.only(
            SessionFeatures.of(Signal.SIMILAR_SESSIONS), 1, SessionQuestion.FEATURES, SessionQuestion.CONTEXTS);

    private final Clock clock;
    private final Consumer<Runnable> beside;
    private final SessionIndex index = new SessionIndex(NEWEST);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> products = new ArrayList<>();
    private Signals signals = Signals.of(index.view(), SessionSettings.USUAL);
    private SessionQuestion question = new SessionQuestion(signals);
    private WentOn wentOn = new WentOn(index.view(), NEWEST);
    private SessionView asked = index.view();
    private int counted;
    private boolean counting;
    private boolean loading;
    private @Nullable VisitLesson used;
    private @Nullable VisitLesson last;

    WhatFollows(Clock clock, Consumer<Runnable> beside) {
        this.clock = clock;
        this.beside = beside;
    }

    int visits() {
        return index.view().sessions();
    }

    synchronized Optional<VisitLesson> lesson() {
        return Optional.ofNullable(last);
    }

    /** A visit has ended in which these were looked at, oldest first. */
    synchronized void ended(List<String> viewed) {
        int[] session = viewed.stream()
                .filter(product -> numbers.containsKey(product) || products.size() < MOST_ITEMS)
                .mapToInt(this::number)
                .toArray();
        if (session.length < 2) return;
        index.add(session);
        if (!loading) recountWhenDue();
    }

    /** Many visits are coming one after the other; {@link #loaded} ends it. */
    synchronized void loading() {
        loading = true;
    }

    synchronized void loaded() {
        loading = false;
        recountWhenDue();
    }

    /** What was looked at next by others who looked at the like of {@code looked}, newest first; the likeliest first. */
    synchronized Map<String, GoesOn> after(List<String> looked) {
        List<String> known = new ArrayList<>(
                looked.stream().filter(numbers::containsKey).distinct().toList());
        if (known.isEmpty()) return Map.of();
        freshen();
        int[] anchors = known.stream()
                .limit(ANCHORS)
                .mapToInt(product -> numbers.getOrDefault(product, 0))
                .toArray();
        Collections.reverse(known);
        int[] visit = known.stream()
                .mapToInt(product -> numbers.getOrDefault(product, 0))
                .toArray();
        question.ask(visit, 0, visit.length);
        return evidence(likeliest(visit), anchors);
    }

    /** By number, what is looked at next and how likely. */
    private Map<Integer, Double> likeliest(int[] visit) {
        VisitLesson lesson = used;
        boolean learned = lesson != null;
        float[] scores = question.scores(lesson == null ? SIMILAR : lesson.blend());
        Set<Integer> own = new LinkedHashSet<>();
        for (int item : visit) own.add(item);
        double largest = Double.NEGATIVE_INFINITY;
        for (float score : scores) largest = Math.max(largest, score);
        double[] weights = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            if (own.contains(question.candidate(i))) continue;
            weights[i] = learned ? Math.exp(scores[i] - largest) : Math.max(0, scores[i]);
            sum += weights[i];
        }
        if (sum == 0) return Map.of();
        int latest = asked.sessionsOf(visit[visit.length - 1]);
        double known = latest / (latest + PRIOR) / sum;
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(weights[other], weights[one]));
        Map<Integer, Double> likeliest = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(PLACES, order.length) && weights[order[i]] > 0; i++) {
            likeliest.put(question.candidate(order[i]), weights[order[i]] * known);
        }
        return likeliest;
    }

    /** With the one of {@code anchors} from which most went on to each. */
    private Map<String, GoesOn> evidence(Map<Integer, Double> likeliest, int[] anchors) {
        Map<String, GoesOn> found = new LinkedHashMap<>();
        likeliest.forEach(
                (item, chance) -> found.put(products.get(item), new GoesOn(chance, products.get(anchors[0]), 0, 0)));
        for (int anchor : anchors) {
            wentOn.from(anchor);
            String after = products.get(anchor);
            found.replaceAll((product, before) -> {
                int visitors = wentOn.to(numbers.getOrDefault(product, 0));
                return visitors <= before.visitors()
                        ? before
                        : new GoesOn(before.chance(), after, visitors, wentOn.sessions());
            });
        }
        return found;
    }

    /**
     * Learns from all visits so far what is looked at next, and uses it if it passes; empty when there are fewer than {@link
     * #FEWEST}. Takes seconds, on the thread that asks; others go on meanwhile.
     */
    Optional<VisitLesson> learn() {
        List<int[]> sessions = all(index.view());
        if (sessions.size() < FEWEST) return Optional.empty();
        int end = Math.max(LEAST_END, (int) Math.ceil(sessions.size() * SessionTraining.END));
        int cut = sessions.size() - end;
        SessionIndex early = new SessionIndex(NEWEST);
        sessions.subList(0, cut).forEach(early::add);
        SessionTraining.Learned learned = SessionTraining.learn(
                Signals.of(early.view(), SessionSettings.USUAL),
                sessions.subList(cut, sessions.size()),
                SessionTraining.Effort.BESIDE_CUSTOMERS);
        VisitLesson lesson = new VisitLesson(
                learned.settings(),
                learned.blend(),
                learned.outcome().accepted(),
                learned.outcome().learned(),
                learned.outcome().alone(),
                sessions.size(),
                clock.instant());
        use(lesson);
        return Optional.of(lesson);
    }

    /** Uses what was learned, now or before a restart, if it passed. */
    synchronized void use(VisitLesson lesson) {
        last = lesson;
        if (!lesson.accepted()) return;
        used = lesson;
        signals = signals.with(lesson.settings());
        ask(index.view());
    }

    private static List<int[]> all(SessionView view) {
        List<int[]> all = new ArrayList<>(view.sessions());
        for (int session = 0; session < view.sessions(); session++) all.add(view.session(session));
        return all;
    }

    // A question has room for all products: it is made anew only when there is something new to find.
    private void freshen() {
        SessionView now = index.view();
        if (now.sessions() - asked.sessions() > asked.sessions() / 100) ask(now);
    }

    private void ask(SessionView now) {
        asked = now;
        question = new SessionQuestion(signals.over(now));
        wentOn = new WentOn(now, NEWEST);
    }

    private void recountWhenDue() {
        int known = visits();
        if (counting || known - counted < Math.max(FIRST_RECOUNT, counted / RECOUNT_SHARE)) return;
        counting = true;
        counted = known;
        SessionView view = index.view();
        SessionSettings settings = signals.settings();
        beside.accept(() -> recounted(Signals.of(view, settings)));
    }

    private synchronized void recounted(Signals fresh) {
        signals = used == null ? fresh : fresh.with(used.settings());
        counting = false;
        ask(index.view());
    }

    private int number(String product) {
        Integer known = numbers.get(product);
        if (known != null) return known;
        numbers.put(product, products.size());
        products.add(product);
        return products.size() - 1;
    }
}
