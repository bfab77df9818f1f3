package outfitter.bot.understanding.sentence;

/**
 * What one text means.
 *
 * @param known the probability that it means any of the classes
 * @param classes for each class its probability, given that the text means one of them; they sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Verdict(double known, double[] classes) {
    /** The likeliest class. */
    public int best() {
        int best = 0;
        for (int c = 1; c < classes.length; c++) if (classes[c] > classes[best]) best = c;
        return best;
    }
}
