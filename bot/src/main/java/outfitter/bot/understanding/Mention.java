package outfitter.bot.understanding;

import java.util.List;
import java.util.Optional;

/**
 * A product, or one of several, that a text names.
 *
 * @param start where the name begins in the text
 * @param end where it ends, exclusive
 * @param candidates what may be meant, best first; at least one
 */
public record Mention(int start, int end, List<Candidate> candidates) {
    public Mention {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) throw new IllegalArgumentException("a mention of nothing");
    }

    /**
     * A product that may be meant.
     *
     * @param product its handle
     * @param score how well its name explains the words, from 0 to 1
     */
    public record Candidate(String product, double score) {}

    /** The product that is meant; empty when several fit alike. */
    public Optional<String> product() {
        return candidates.size() == 1 ? Optional.of(candidates.get(0).product()) : Optional.empty();
    }
}
