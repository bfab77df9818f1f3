package outfitter.recommender.ranking;

import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.SuggestionList;

/**
 * A product that a rule took off a list.
 *
 * @param rankedAt where it would have been ranked, before stock and other rules
 */
public record Exclusion(Rule rule, SuggestionList list, String product, int rankedAt) {}
