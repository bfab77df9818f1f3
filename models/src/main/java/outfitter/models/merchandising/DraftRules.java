package outfitter.models.merchandising;

/**
 * The rules that merchandisers are working on together.
 *
 * @param version names this state of the draft, to be given back when saving over it; 0 while it is nothing but the live
 *     rules
 */
public record DraftRules(RuleSet rules, long version) {}
