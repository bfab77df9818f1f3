package outfitter.recommender.blend;

/**
 * Why a signal speaks for something, in raw and true counts that can be said aloud: "{@code count} of {@code of} did it
 * with {@code with}".
 *
 * @param signal the name of the signal
 * @param with what it has to do with, {@value #ALL} for the visit, cart or customer as a whole
 * @param count how often
 * @param of out of how many; 0 where that says nothing
 */
public record Reason(String signal, int with, int count, int of) {
    /** Not with one thing, but with all of them. */
    public static final int ALL = -1;
}
