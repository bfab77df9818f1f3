package outfitter.recommender.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.basket.BasketSignal;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.blend.Blend;

/**
 * Ranks what goes with the products at hand, in the cart and bought: the signals of {@code basket}, joined by the blend.
 * One place is kept for a product without history, whose own counts would never bring it up: the one whose like was bought
 * most with the anchors. To somebody of whom nothing is known the season's favourites are shown.
 */
final class GoesWith {
    /** Where the best product without history stands, if it stands nowhere better. */
    static final int RESERVED = 5;

    /** What the traits mean; to be changed with the features of a {@link BasketQuestion}. */
    static final String FORM = "goes-with/1/" + BasketQuestion.FEATURES + "/" + BasketQuestion.CONTEXTS;

    /** What a look at the next product says, against all that orders say. */
    private static final double LOOKED = 0.5;

    private static final int NEW_DAYS = 90;
    private static final int MOST_NEW = 300;

    private final Index index;
    private final Blend blend;
    private final Favourites favourites;
    private final LookedAtNext lookedAtNext;
    private final Newcomer likeBought;
    private final int[] newcomers;
    private final ThreadLocal<BasketQuestion> questions;
    private final ThreadLocal<Points> points;

    GoesWith(Index index, Blend blend, Segments segments) {
        this.index = index;
        this.blend = blend;
        favourites = new Favourites(index, segments);
        lookedAtNext = new LookedAtNext(index);
        likeBought = new Newcomer(index);
        Assortment assortment = index.assortment();
        newcomers = IntStream.range(0, assortment.size())
                .filter(product -> age(product) < NEW_DAYS)
                .boxed()
                .sorted(Comparator.comparingDouble(this::age))
                .limit(MOST_NEW)
                .mapToInt(Integer::intValue)
                .toArray();
        questions = ThreadLocal.withInitial(() -> new BasketQuestion(index.signals()));
        points = ThreadLocal.withInitial(() -> new Points(assortment.size()));
    }

    /** The order before anything was learned: by confidence, with a grain of what is bought anyway. */
    static Blend untrained() {
        double[] weights = new double[BasketQuestion.FEATURES * BasketQuestion.CONTEXTS];
        weights[BasketQuestion.of(BasketSignal.CONFIDENCE)] = 1;
        weights[BasketQuestion.of(BasketSignal.OWN)] = 0.3;
        weights[BasketQuestion.POPULARITY] = 0.01;
        return new Blend(BasketQuestion.FEATURES, BasketQuestion.CONTEXTS, weights);
    }

    /** The best {@code most}, best first; the score is the blend's chance of each, from 0 to 1. */
    List<Candidate> best(Query query, int most) {
        if (query.anchors().isEmpty()) return favourites(query, most);
        BasketQuestion question = ask(query);
        List<Candidate> all = chances(question, query);
        all.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::product));
        List<Candidate> best = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
        if (most <= Ranker.SHORTLISTED) best.replaceAll(candidate -> described(candidate, question));
        newcomer(question, query).ifPresent(product -> reserve(product, best));
        return best;
    }

    /** Asks the signals; for one thread until the next question. */
    BasketQuestion ask(Query query) {
        BasketQuestion question = questions.get();
        question.ask(query.products(), query.shares(), query.past(), query.day(), query);
        return question;
    }

    /** What each signal says of {@code product}, what counts most first; of {@code best}, as it was found last by {@link #best}. */
    List<Explanation.Term> terms(Query query, int product, List<Candidate> best) {
        if (query.anchors().isEmpty()) {
            return best.stream()
                    .filter(candidate -> candidate.product() == product)
                    .map(candidate -> new Explanation.Term("favourites", candidate.score(), candidate.score()))
                    .toList();
        }
        List<Explanation.Term> terms = new ArrayList<>();
        for (BasketQuestion.Say say : questions.get().says(blend, product)) {
            String signal = say.signal().name().toLowerCase(Locale.ROOT);
            terms.add(new Explanation.Term(signal, say.share(), say.weight()));
        }
        double chance = query.goesOnTo(product);
        if (chance > 0) {
            double share = chance / query.mostGoneOnTo();
            terms.add(new Explanation.Term(lookedAtNext.signal(), share, LOOKED * chance));
        }
        return terms;
    }

    private List<Candidate> favourites(Query query, int most) {
        Points given = points.get();
        try {
            favourites.score(query, given);
            List<Candidate> best = given.best(most, query::maySee);
            if (!best.isEmpty()) return best;
            given.wipe();
            favourites.scoreAllYear(query, given);
            return given.best(most, query::maySee);
        } finally {
            given.wipe();
        }
    }

    private static Candidate described(Candidate candidate, BasketQuestion question) {
        Traits traits = new Traits(FORM, question.featuresOf(candidate.product()), question.contexts());
        return new Candidate(candidate.product(), candidate.score(), traits);
    }

    /** Of what something can be said for. */
    private List<Candidate> chances(BasketQuestion question, Query query) {
        float[] scores = question.scores(blend);
        double largest = Double.NEGATIVE_INFINITY;
        for (float score : scores) largest = Math.max(largest, score);
        double sum = 0;
        for (float score : scores) sum += Math.exp(score - largest);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            int product = question.candidate(i);
            if (!hasReason(question, query, product)) continue;
            candidates.add(new Candidate(product, Math.max(Double.MIN_NORMAL, Math.exp(scores[i] - largest) / sum)));
        }
        return joined(candidates, query);
    }

    /**
     * Both chances as one: that of the signals, and, by {@value #LOOKED} of it, that the product is looked at next. What goes
     * with something is shown though no order says so, when visitors went on to it.
     */
    private List<Candidate> joined(List<Candidate> candidates, Query query) {
        if (query.lookedAtNext().isEmpty()) return candidates;
        Map<Integer, Double> chances = new LinkedHashMap<>();
        candidates.forEach(candidate -> chances.put(candidate.product(), candidate.score()));
        double all = 1;
        for (int product : query.lookedAtNext()) {
            boolean isNew = !chances.containsKey(product);
            if (isNew && !(wentOn(query, product) && query.maySee(product) && query.suitsAtHand(product))) continue;
            double chance = LOOKED * query.goesOnTo(product);
            chances.merge(product, chance, Double::sum);
            all += chance;
        }
        double sum = all;
        List<Candidate> joined = new ArrayList<>();
        chances.forEach((product, chance) -> joined.add(new Candidate(product, chance / sum)));
        return joined;
    }

    private boolean wentOn(Query query, int product) {
        return lookedAtNext.evidence(query, product).isPresent();
    }

    private boolean hasReason(BasketQuestion question, Query query, int product) {
        if (question.points(BasketSignal.CONFIDENCE, product) > 0) return true;
        boolean own = question.points(BasketSignal.OWN, product) > 0;
        if (own) return query.suitsAtHand(product);
        return index.liking(product, query.season()) > 0 && query.suitsAll(product);
    }

    private OptionalInt newcomer(BasketQuestion question, Query query) {
        BasketSignals signals = index.signals();
        int best = -1;
        float most = 0;
        for (int product : newcomers) {
            if (signals.need(product) == 0 || !query.maySee(product) || !query.suitsAtHand(product)) continue;
            float[] lent = {0};
            signals.lenders(
                    product, (like, share) -> lent[0] += share * question.points(BasketSignal.CONFIDENCE, like));
            if (lent[0] <= most || likeBought.evidence(query, product).isEmpty()) continue;
            most = lent[0];
            best = product;
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static void reserve(int product, List<Candidate> best) {
        int at = 0;
        while (at < best.size() && best.get(at).product() != product) at++;
        if (at < RESERVED) return;
        Traits traits = at < best.size() ? best.remove(at).traits() : null;
        int place = Math.min(RESERVED - 1, best.size());
        double score = place == 0 ? 1 : best.get(place - 1).score();
        best.add(place, new Candidate(product, score, traits));
    }

    private double age(int product) {
        return Index.day(index.landmark())
                - Index.day(index.assortment().product(product).createdAt());
    }
}
