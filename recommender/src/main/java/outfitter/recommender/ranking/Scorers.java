package outfitter.recommender.ranking;

import java.util.List;
import outfitter.models.merchandising.SuggestionList;

/**
 * Who speaks for the products of each list, the strongest first. What goes with something is ranked by the blend ({@link
 * GoesWith}), and these say why in raw counts; the points for a step up add up by their weights ({@link BetterOnes}), whose
 * order is this one.
 */
record Scorers(List<Witness> goesWith, List<Scorer> stepUp) {
    static Scorers over(Index index, Segments segments) {
        return new Scorers(
                List.of(
                        new OwnRepeats(),
                        new BoughtTogether(index),
                        new LookedAtNext(index),
                        new Borrowed(index),
                        new Newcomer(index),
                        new PriceSense(),
                        new Favourites(index, segments)),
                List.of(
                        new PriceStep(index),
                        new LookedAtNext(index),
                        new SamePurpose(index),
                        new BetterRated(index),
                        new OftenChosen(index),
                        new PriceSense()));
    }

    List<? extends Witness> of(SuggestionList list) {
        return list == SuggestionList.GOES_WITH ? goesWith : stepUp;
    }
}
