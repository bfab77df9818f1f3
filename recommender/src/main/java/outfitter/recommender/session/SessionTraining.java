package outfitter.recommender.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.BlendTraining;
import outfitter.recommender.blend.Choice;

/**
 * Finds the settings of similar sessions and the blend, on the end of a log of sessions that the signals have not seen:
 * each session there is a row of choices, what came next after each beginning. The last fifth of these decides whether
 * the blend is good enough and is learned from by nothing.
 */
public final class SessionTraining {
    /** How much of a log is held back to learn from. */
    public static final double END = 0.07;

    private static final int PLACES = 20;
    private static final double FIRST_WEIGHT = 3;

    private final Signals signals;
    private final List<int[]> end;
    private final Effort effort;
    private final Random random = new Random(11);

    private SessionTraining(Signals signals, List<int[]> end, Effort effort) {
        this.signals = signals;
        this.end = end;
        this.effort = effort;
    }

    /**
     * How many beginnings are looked at, each with some 40 KB for its candidates.
     *
     * @param tunedOn to find the settings
     * @param learnedFrom to find the weights
     * @param judgedBy held out
     */
    public record Effort(int tunedOn, int learnedFrom, int judgedBy) {
        /** With gigabytes and all processors. */
        public static final Effort THOROUGH = new Effort(2_500, 20_000, 8_000);
        /** Beside customers, in some fifty megabytes. */
        public static final Effort BESIDE_CUSTOMERS = new Effort(500, 1_000, 400);
    }

    /** A beginning of a session. */
    private static final class Prefix {
        private final int[] session;
        private final int length;

        Prefix(int[] session, int length) {
            this.session = session;
            this.length = length;
        }

        int next() {
            return session[length];
        }
    }

    /** The settings found, and the blend. */
    public record Learned(SessionSettings settings, BlendTraining.Outcome outcome) {
        public Blend blend() {
            return outcome.blend();
        }
    }

    /**
     * Learns from {@code end}, the sessions that came after all those of {@code signals}. With too few of them the usual
     * settings and similar sessions alone are what comes out.
     */
    public static Learned learn(Signals signals, List<int[]> end, Effort effort) {
        return new SessionTraining(signals, end, effort).learn();
    }

    private Learned learn() {
        int cut = end.size() - end.size() / 5;
        List<Prefix> early = prefixes(end.subList(0, cut), effort.learnedFrom());
        List<Prefix> late = prefixes(end.subList(cut, end.size()), effort.judgedBy());
        SessionSettings settings = tune(early.subList(0, Math.min(effort.tunedOn(), early.size())));
        Signals tuned = signals.with(settings);
        Blend start = Blend.only(
                SessionFeatures.of(Signal.SIMILAR_SESSIONS),
                FIRST_WEIGHT,
                SessionQuestion.FEATURES,
                SessionQuestion.CONTEXTS);
        int[] alone = Arrays.stream(Signal.ALL).mapToInt(SessionFeatures::of).toArray();
        return new Learned(
                settings, BlendTraining.train(choices(tuned, early), choices(tuned, late), start, alone, PLACES));
    }

    /** Every beginning of every session, at most {@code most} drawn from them, in no order. */
    private List<Prefix> prefixes(List<int[]> sessions, int most) {
        List<Prefix> all = new ArrayList<>();
        for (int[] session : sessions) {
            for (int length = 1; length < session.length; length++) all.add(new Prefix(session, length));
        }
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(most, all.size()));
    }

    private static List<Choice> choices(Signals signals, List<Prefix> prefixes) {
        Choice[] choices = new Choice[prefixes.size()];
        int stripes = 2 * Runtime.getRuntime().availableProcessors();
        IntStream.range(0, stripes).parallel().forEach(stripe -> {
            SessionQuestion question = new SessionQuestion(signals);
            for (int i = stripe; i < choices.length; i += stripes) choices[i] = choice(question, prefixes.get(i));
        });
        return List.of(choices);
    }

    private static Choice choice(SessionQuestion question, Prefix prefix) {
        question.ask(prefix.session, 0, prefix.length);
        float[] wanted = new float[question.candidates()];
        for (int i = 0; i < wanted.length; i++) {
            if (question.candidate(i) == prefix.next()) wanted[i] = 1;
        }
        return new Choice(question.features(), question.contexts(), wanted);
    }

    // ---- the settings: one after the other, the best of a few values each, twice round
    // -------------------------------

    /** What can be turned, and to which values. */
    private record Knob(BiFunction<SessionSettings, Double, SessionSettings> with, List<Double> values) {}

    private static final List<Knob> KNOBS = List.of(
            new Knob(SessionSettings::withQueryDecay, List.of(1.0, 2.0, 4.0, 10.0)),
            new Knob(SessionSettings::withAgeDecay, List.of(0.1, 0.3, 1.0, 1000.0)),
            new Knob(SessionSettings::withDistanceDecay, List.of(2.0, 5.0, 10.0, 30.0)),
            new Knob(SessionSettings::withLengthPower, List.of(0.0, 0.5, 1.0)),
            new Knob(SessionSettings::withPopularityPower, List.of(0.0, 0.2, 0.4)),
            new Knob(SessionSettings::withBefore, List.of(0.4, 0.7, 1.0)),
            new Knob(SessionSettings::withNeighbours, List.of(100.0, 200.0, 500.0)));

    private SessionSettings tune(List<Prefix> prefixes) {
        SessionSettings best = signals.settings();
        if (prefixes.isEmpty()) return best;
        double quality = qualityOf(best, prefixes);
        for (int round = 0; round < 2; round++) {
            for (Knob knob : KNOBS) {
                for (double value : knob.values()) {
                    SessionSettings tried = knob.with().apply(best, value);
                    if (tried.equals(best)) continue;
                    double reached = qualityOf(tried, prefixes);
                    if (reached <= quality) continue;
                    quality = reached;
                    best = tried;
                }
            }
        }
        return best;
    }

    private double qualityOf(SessionSettings settings, List<Prefix> prefixes) {
        int stripes = Runtime.getRuntime().availableProcessors();
        return IntStream.range(0, stripes)
                .parallel()
                .mapToDouble(stripe -> {
                    SessionQuestion question = new SessionQuestion(signals);
                    double sum = 0;
                    for (int i = stripe; i < prefixes.size(); i += stripes) {
                        Prefix prefix = prefixes.get(i);
                        int rank = question.rankBySimilarSessions(
                                prefix.session, 0, prefix.length, prefix.next(), settings);
                        if (rank <= PLACES) sum += 1 + 1.0 / rank;
                    }
                    return sum;
                })
                .sum();
    }
}
