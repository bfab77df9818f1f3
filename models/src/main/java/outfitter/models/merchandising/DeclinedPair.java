package outfitter.models.merchandising;

import java.time.Instant;

/**
 * Two products of which agents said that they do not go together, for a merchandiser to look at.
 *
 * @param anchor what was at hand
 * @param product what was suggested beside it
 * @param declines how often it was said
 */
public record DeclinedPair(
        long id, String anchor, String product, SuggestionList list, int declines, Instant firstAt, Instant lastAt) {}
