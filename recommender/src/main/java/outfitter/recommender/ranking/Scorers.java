package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import outfitter.models.merchandising.SuggestionList;

/**
 * Who speaks for the products of each list, the strongest first. What goes with something is ranked by the blend ({@link
 * GoesWith}), and these say why in raw counts; the points for a step up add up by their weights ({@link BetterOnes}).
 *
 * @param step says what a step up costs more, which is no argument for it but belongs to each
 * @param better the arguments for a step up
 */
record Scorers(List<Witness> goesWith, Scorer step, List<Scorer> better) {
    static Scorers over(Index index, Segments segments) {
        return new Scorers(
                List.of(
                        OwnRepeats.often(),
                        new BoughtTogether(index),
                        new LookedAtNext(index),
                        new Borrowed(index),
                        new Newcomer(index),
                        new PriceSense(),
                        new Favourites(index, segments),
                        OwnRepeats.once()),
                new PriceStep(index),
                List.of(
                        new LookedAtNext(index),
                        new SamePurpose(index),
                        new BetterRated(index),
                        new OftenChosen(index),
                        new PriceSense()));
    }

    /** All that give points for a step up, in the order of their weights. */
    List<Scorer> stepUp() {
        return Stream.concat(Stream.of(step), better.stream()).toList();
    }

    /** What can be said for {@code product} in one list, the strongest first, at most {@code most}; of a step up its price last. */
    List<Evidence> say(Query query, int product, SuggestionList list, int most) {
        if (list == SuggestionList.GOES_WITH) return say(goesWith, query, product, most);
        List<Evidence> said = new ArrayList<>(say(better, query, product, most - 1));
        step.evidence(query, product).ifPresent(said::add);
        return said;
    }

    private static List<Evidence> say(List<? extends Witness> witnesses, Query query, int product, int most) {
        return witnesses.stream()
                .flatMap(witness -> witness.evidence(query, product).stream())
                .limit(most)
                .toList();
    }
}
