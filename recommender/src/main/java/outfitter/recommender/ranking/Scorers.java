package outfitter.recommender.ranking;

import java.util.List;
import outfitter.models.merchandising.SuggestionList;

/**
 * The signals, by list; points add up. Within one list a signal either covers what another cannot (borrowed co-purchases
 * for a product without history) or is too small to outvote the first: fusing equals by fixed weights was measured and
 * is worse than the best of them.
 */
record Scorers(List<Scorer> goesWith, List<Scorer> stepUp) {
    static Scorers over(Index index) {
        return new Scorers(
                List.of(new BoughtTogether(index), new Borrowed(index), new Favourites(index)),
                List.of(new PriceStep(index), new SamePurpose(index), new BetterRated(index), new OftenChosen(index)));
    }

    List<Scorer> of(SuggestionList list) {
        return list == SuggestionList.GOES_WITH ? goesWith : stepUp;
    }
}
