package outfitter.assist.briefing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matter in a few lines, for staff.
 *
 * @param wants what the customer wants, in one line
 * @param lines in reading order
 * @param nextStep what to do first, as a sentence to the agent
 */
public record Briefing(String wants, List<Line> lines, String nextStep) {
    public Briefing {
        lines = List.copyOf(lines);
    }

    /**
     * One thing to know.
     *
     * @param label what it is about, in a word
     * @param seq the entry that it comes from; null when it comes from the customer's file
     */
    public record Line(String label, String text, @Nullable Long seq) {}
}
