package outfitter.bot.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outfitter.bot.training.Verdict.Check;

/**
 * Decides whether a trained model may take the live one's place: on messages that neither was trained with, it must hold
 * every absolute bound, and lose nowhere more than is tolerated, unless chance alone does as much more often than one time
 * in twenty: two trainings of nearly the same utterances differ on some messages, and some hundred of them say no more.
 * Pure.
 */
public final class Gate {
    static final double LEAST_ACCURACY = 0.75;
    static final double ACCURACY_MAY_FALL = 0.01;
    static final double LEAST_UNKNOWN_RECALL = 0.65;
    static final double UNKNOWN_RECALL_MAY_FALL = 0.02;
    static final double MOST_CALIBRATION_ERROR = 0.10;
    static final double CALIBRATION_ERROR_MAY_GROW = 0.015;
    static final double MOST_MILLIS = 50;
    static final double MILLIS_MAY_GROW = 3;
    static final double MILLIS_MAY_GROW_BY = 1.5;
    /** Fewer corrections kept back say too little. */
    static final int ENOUGH_LESSONS = 10;

    static final double LESSONS_MAY_FALL = 0.05;

    /** What chance alone does more often than this is no reason to refuse. */
    static final double SIGNIFICANT = 0.05;

    private Gate() {}

    /** The bounds that hold whatever the live model reaches, by measure. */
    public static List<Bound> bounds() {
        return List.of(
                new Bound("accuracy", LEAST_ACCURACY, true),
                new Bound("unknown-recall", LEAST_UNKNOWN_RECALL, true),
                new Bound("calibration-error", MOST_CALIBRATION_ERROR, false),
                new Bound("slowest-millis", MOST_MILLIS, false));
    }

    /** One absolute bound; {@code least} tells whether more is better. */
    public record Bound(String measure, double bound, boolean least) {}

    /** The verdict on {@code candidate}, both judged by the same messages. */
    static Verdict judge(Figures live, Figures candidate, Chances chances) {
        if (candidate.known() == 0 || candidate.unknown() == 0) {
            return new Verdict(
                    false, "The live model stays: there are no held-out messages to judge a new one by.", List.of());
        }
        List<Check> checks = new ArrayList<>();
        checks.add(atLeast(
                "accuracy",
                live.accuracy(),
                candidate.accuracy(),
                LEAST_ACCURACY,
                ACCURACY_MAY_FALL,
                chances.accuracy()));
        checks.add(atLeast(
                "unknown-recall",
                live.unknownRecall(),
                candidate.unknownRecall(),
                LEAST_UNKNOWN_RECALL,
                UNKNOWN_RECALL_MAY_FALL,
                chances.unknownRecall()));
        checks.add(atMost(
                "calibration-error",
                live.calibrationError(),
                candidate.calibrationError(),
                MOST_CALIBRATION_ERROR,
                live.calibrationError() + CALIBRATION_ERROR_MAY_GROW,
                chances.calibrationError()));
        checks.add(atMost(
                "slowest-millis",
                live.slowestMillis(),
                candidate.slowestMillis(),
                MOST_MILLIS,
                Math.max(live.slowestMillis() * MILLIS_MAY_GROW_BY, live.slowestMillis() + MILLIS_MAY_GROW),
                0));
        if (candidate.lessons() >= ENOUGH_LESSONS) {
            checks.add(atLeast(
                    "lessons-right",
                    live.lessonsRight(),
                    candidate.lessonsRight(),
                    0,
                    LESSONS_MAY_FALL,
                    chances.lessonsRight()));
        }
        return checks.stream()
                .filter(check -> !check.passed())
                .findFirst()
                .map(failed -> new Verdict(false, why(failed, candidate), checks))
                .orElseGet(() -> new Verdict(true, welcome(live, candidate), checks));
    }

    // A hair's breadth is what rounding does.
    private static Check atLeast(
            String measure, double before, double after, double least, double mayFall, double chance) {
        boolean fell = after < before - mayFall - 1e-9 && chance <= SIGNIFICANT;
        double bound = Math.max(least, before - mayFall);
        return new Check(measure, before, after, bound, !fell && after >= least - 1e-9, chance);
    }

    private static Check atMost(
            String measure, double before, double after, double most, double mayReach, double chance) {
        boolean grew = after > mayReach + 1e-9 && chance <= SIGNIFICANT;
        return new Check(measure, before, after, Math.min(most, mayReach), !grew && after <= most + 1e-9, chance);
    }

    private static String welcome(Figures live, Figures candidate) {
        double points = 100 * (candidate.accuracy() - live.accuracy());
        String compared = Math.abs(points) < 0.05 ? "as many as before" : percent(live.accuracy()) + " before";
        return "It is live: of " + (candidate.known() + candidate.unknown())
                + " messages that it had never seen it reads " + percent(candidate.accuracy())
                + " of our matters right ("
                + compared + "), and nothing else got worse by more than chance.";
    }

    private static String why(Check failed, Figures candidate) {
        String instead = " instead of " + shown(failed, failed.before());
        return "The live model stays: the new one would "
                + switch (failed.measure()) {
                    case "accuracy" ->
                        "read only " + shown(failed, failed.after()) + " of our matters right" + instead
                                + floor(failed, LEAST_ACCURACY)
                                + ". Some of the latest corrections probably contradict the others.";
                    case "unknown-recall" ->
                        "notice only " + shown(failed, failed.after()) + " of what is none of ours" + instead
                                + floor(failed, LEAST_UNKNOWN_RECALL)
                                + ", and answer where it should fetch a person. Were messages corrected that really"
                                + " are none of these?";
                    case "calibration-error" ->
                        "be wrong about how sure it is by " + shown(failed, failed.after()) + " on average" + instead
                                + ", and act on its own where it should ask.";
                    case "slowest-millis" ->
                        "need " + shown(failed, failed.after()) + " for its slowest messages" + instead + ".";
                    default ->
                        "read only " + shown(failed, failed.after()) + " of the " + candidate.lessons()
                                + " corrections that were kept back as people corrected them" + instead + ".";
                }
                + chance(failed);
    }

    private static String chance(Check failed) {
        boolean compared = failed.chance() > 0 && failed.chance() <= SIGNIFICANT;
        return compared
                ? " Chance alone would do as much "
                        + (failed.chance() < 0.01
                                ? "less than once"
                                : "only " + Math.round(100 * failed.chance()) + " times")
                        + " in a hundred."
                : "";
    }

    private static String floor(Check failed, double least) {
        return failed.after() < least ? " (at least " + percent(least) + " is a must)" : "";
    }

    private static String shown(Check check, double value) {
        return check.measure().equals("slowest-millis") ? String.format(Locale.ROOT, "%.0f ms", value) : percent(value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
