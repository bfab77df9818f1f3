package outfitter.recommender.ranking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be said about one product in one list: where it stands or why not, what speaks for it, and how much.
 *
 * @param verdict why it is where it is, or is not there
 * @param why the firmest reason against it; null unless it {@linkplain Verdict#NEVER must not be shown}
 * @param rankedAt its place by the ranking alone, among all candidates; null when nothing speaks for it
 * @param of how many candidates there are
 * @param evidence what can be said for it, strongest first
 * @param terms what each signal said of it, the one that counts most first; empty when it is no candidate
 * @param together with what at hand or bought it was ordered how often
 */
public record Explanation(
        String product,
        Verdict verdict,
        HiddenPin.@Nullable Why why,
        @Nullable Integer rankedAt,
        int of,
        List<Evidence> evidence,
        List<Term> terms,
        List<Together> together) {
    public Explanation {
        evidence = List.copyOf(evidence);
        terms = List.copyOf(terms);
        together = List.copyOf(together);
    }

    /** Why a product is in a list or not, as far as the ranking knows. */
    public enum Verdict {
        /** It is ranked and may be shown; how far down it stands, the list's length and rules decide. */
        RANKED,
        /** It must not be shown to this customer now, whatever speaks for it. */
        NEVER,
        /** It replaces what is at hand rather than going with it. */
        INSTEAD,
        /** It is no better one of the same kind, or out of reach. */
        NO_STEP,
        /** Nothing is known that speaks for it. */
        NOTHING_KNOWN
    }

    /**
     * What one signal said.
     *
     * @param signal its name, 'confidence'
     * @param share of what the best candidate has of it, from 0 to 1
     * @param weight what that adds to the score; may be negative
     */
    public record Term(String signal, double share, double weight) {}

    /**
     * Raw counts of two products.
     *
     * @param orders how many have both
     * @param of how many have {@code with}
     * @param declined how often agents said that they do not go together
     */
    public record Together(String with, int orders, int of, int declined) {}
}
