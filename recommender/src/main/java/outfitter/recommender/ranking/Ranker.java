package outfitter.recommender.ranking;

import java.util.List;
import outfitter.models.merchandising.SuggestionList;

/** Ranks products for one situation. Shared between threads. */
public final class Ranker {
    /** So many candidates a list are kept for stock and rules to choose from. */
    static final int SHORTLISTED = 40;

    private final Index index;
    private final Scorers scorers;
    private final ThreadLocal<Points> points;

    public Ranker(Index index) {
        this.index = index;
        scorers = Scorers.over(index);
        points = ThreadLocal.withInitial(() -> new Points(index.assortment().size()));
    }

    public Index index() {
        return index;
    }

    /** The best candidates of both lists, before stock and rules. */
    public Shortlist shortlist(Situation situation) {
        Query query = new Query(situation, index);
        return new Shortlist(
                query, index, scorers, rank(query, SuggestionList.GOES_WITH), rank(query, SuggestionList.STEP_UP));
    }

    private List<Candidate> rank(Query query, SuggestionList list) {
        Points given = points.get();
        try {
            scorers.of(list).forEach(scorer -> scorer.score(query, given));
            return given.best(SHORTLISTED, product -> query.whyNot(product).isEmpty());
        } finally {
            given.wipe();
        }
    }
}
