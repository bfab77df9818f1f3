package outfitter.recommender.ranking;

import java.util.List;
import java.util.Set;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Choice;

/** Ranks products for one situation. Shared between threads. */
public final class Ranker {
    /** So many candidates a list are kept for stock and rules to choose from. */
    static final int SHORTLISTED = 40;

    private final Index index;
    private final Scorers scorers;
    private final GoesWith goesWith;
    private final ThreadLocal<Points> points;

    /** Ranks by confidence, as long as nothing was learned. */
    public Ranker(Index index) {
        this(index, GoesWith.untrained());
    }

    /** @param blend joins the signals of what goes with something */
    public Ranker(Index index, Blend blend) {
        this.index = index;
        scorers = Scorers.over(index);
        goesWith = new GoesWith(index, blend);
        points = ThreadLocal.withInitial(() -> new Points(index.assortment().size()));
    }

    public Index index() {
        return index;
    }

    /** The best candidates of both lists, before stock and rules. */
    public Shortlist shortlist(Situation situation) {
        Query query = new Query(situation, index);
        return new Shortlist(query, index, scorers, goesWith.best(query, SHORTLISTED), stepUp(query));
    }

    /** The order before anything was learned: by confidence, with a grain of what is bought anyway. */
    public static Blend untrained() {
        return GoesWith.untrained();
    }

    /** What the signals say of the candidates for {@code situation}, when these products are what was wanted. */
    public Choice choice(Situation situation, Set<Integer> wanted) {
        BasketQuestion question = goesWith.ask(new Query(situation, index));
        float[] shares = new float[question.candidates()];
        for (int i = 0; i < shares.length; i++) {
            if (wanted.contains(question.candidate(i))) shares[i] = 1f / wanted.size();
        }
        return new Choice(question.features(), question.contexts(), shares);
    }

    private List<Candidate> stepUp(Query query) {
        Points given = points.get();
        try {
            scorers.stepUp().forEach(scorer -> scorer.score(query, given));
            return given.best(SHORTLISTED, query::maySee);
        } finally {
            given.wipe();
        }
    }
}
