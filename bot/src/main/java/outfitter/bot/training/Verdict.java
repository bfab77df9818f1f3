package outfitter.bot.training;

import java.util.List;

/**
 * Whether a trained model may go live, and why.
 *
 * @param sentence for merchandisers
 * @param checks each measure that was compared
 */
public record Verdict(boolean passed, String sentence, List<Check> checks) {
    public Verdict {
        checks = List.copyOf(checks);
    }

    /**
     * One measure.
     *
     * @param measure 'accuracy', 'unknown-recall', 'calibration-error', 'slowest-millis' or 'lessons-right'
     * @param before what the live model reaches
     * @param after what the new one reaches
     * @param bound what it must at least reach, or may at most where less is better, as far as chance does not explain it
     * @param chance the probability that the choice of messages alone makes a model look so much worse
     */
    public record Check(String measure, double before, double after, double bound, boolean passed, double chance) {}
}
