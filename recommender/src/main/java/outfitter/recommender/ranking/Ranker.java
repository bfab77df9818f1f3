package outfitter.recommender.ranking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Product;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Choice;
import outfitter.recommender.ranking.HiddenPin.Why;

/** Ranks products for one situation. Shared between threads. */
public final class Ranker {
    /** So many candidates a list are kept for stock and rules to choose from. */
    static final int SHORTLISTED = 40;

    private final Index index;
    private final Disliked disliked;
    private final Scorers scorers;
    private final GoesWith goesWith;
    private final BetterOnes betterOnes;

    /** Ranks by confidence, as long as nothing was learned. */
    public Ranker(Index index) {
        this(index, Blends.untrained(), new Disliked(), new Segments());
    }

    /** @param blend joins the signals of what goes with something */
    public Ranker(Index index, Blend blend) {
        this(index, new Blends(blend, BetterOnes.byHand()), new Disliked(), new Segments());
    }

    /** Ranks by what was learned, knowing nothing of segments. */
    public Ranker(Index index, Blends blends, Disliked disliked) {
        this(index, blends, disliked, new Segments());
    }

    /**
     * Ranks by what was learned.
     *
     * @param blends joins the signals of both lists
     * @param disliked what agents said does not go together, now and later
     * @param segments what sorts of customers order, now and later
     */
    public Ranker(Index index, Blends blends, Disliked disliked, Segments segments) {
        this.index = index;
        this.disliked = disliked;
        scorers = Scorers.over(index, segments);
        goesWith = new GoesWith(index, blends.goesWith(), segments);
        betterOnes = new BetterOnes(scorers.stepUp(), blends.stepUp());
    }

    public Index index() {
        return index;
    }

    /** The best candidates of both lists, before stock and rules. */
    public Shortlist shortlist(Situation situation) {
        return shortlist(situation, any -> true);
    }

    /** The best candidates among {@code wanted} products alone, however far down they stand among all. */
    public Shortlist shortlist(Situation situation, Predicate<Product> wanted) {
        Query query = new Query(situation, index, disliked, wanted);
        return new Shortlist(
                query, index, scorers, goesWith.best(query, SHORTLISTED), betterOnes.best(query, SHORTLISTED), this);
    }

    /** The order before anything was learned: by confidence, with a grain of what is bought anyway. */
    public static Blend untrained() {
        return GoesWith.untrained();
    }

    /** What the signals say of the candidates for {@code situation}, when these products are what was wanted. */
    public Choice choice(Situation situation, Set<Integer> wanted) {
        BasketQuestion question = goesWith.ask(new Query(situation, index, disliked));
        float[] shares = new float[question.candidates()];
        for (int i = 0; i < shares.length; i++) {
            if (wanted.contains(question.candidate(i))) shares[i] = 1f / wanted.size();
        }
        return new Choice(question.features(), question.contexts(), shares);
    }

    /** All that is known of {@code product} in one list; {@code why} is the firmest reason against showing it. */
    Explanation explain(Query query, int product, SuggestionList list, Optional<Why> why, List<Evidence> evidence) {
        boolean goes = list == SuggestionList.GOES_WITH;
        int most = index.assortment().size();
        List<Candidate> all = goes ? goesWith.best(query, most) : betterOnes.best(query, most);
        Integer rankedAt = null;
        for (int i = 0; i < all.size(); i++) if (all.get(i).product() == product) rankedAt = i + 1;
        List<Explanation.Term> terms = goes ? goesWith.terms(query, product, all) : betterOnes.terms(query, product);
        return new Explanation(
                index.assortment().id(product),
                verdict(query, product, list, why, rankedAt),
                why.orElse(null),
                rankedAt,
                all.size(),
                evidence,
                terms,
                query.anchors().stream()
                        .map(anchor -> together(query, anchor.product(), product))
                        .filter(each -> each.orders() + each.declined() > 0)
                        .toList());
    }

    private static Explanation.Verdict verdict(
            Query query, int product, SuggestionList list, Optional<Why> why, @Nullable Integer rankedAt) {
        if (why.isPresent()) return Explanation.Verdict.NEVER;
        if (rankedAt != null) return Explanation.Verdict.RANKED;
        if (list == SuggestionList.STEP_UP) return Explanation.Verdict.NO_STEP;
        return query.suitsAtHand(product) ? Explanation.Verdict.NOTHING_KNOWN : Explanation.Verdict.INSTEAD;
    }

    private Explanation.Together together(Query query, int with, int product) {
        return new Explanation.Together(
                index.assortment().id(with),
                index.products().together(with, product),
                index.products().orders(with),
                query.declined(with, product));
    }
}
