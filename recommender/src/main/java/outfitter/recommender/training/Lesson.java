package outfitter.recommender.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.ranking.Assortment;

/**
 * What was learned from the past about ranking, and how well it did on what it had not learned from.
 *
 * @param blend joins the signals
 * @param ridge by product of {@code assortment}
 * @param accepted whether the blend was better than every signal alone; otherwise the best one alone is {@code blend}
 * @param learned how the blend did on what was held out
 * @param alone how the best signal did there
 * @param signal the best signal's name
 * @param choices how many choices were learned from
 * @param source what these were
 * @param chosen what was learned about each list from what was chosen of it
 */
public record Lesson(
        Assortment assortment,
        Blend blend,
        SparseRows ridge,
        boolean accepted,
        Judged learned,
        Judged alone,
        String signal,
        int choices,
        Source source,
        List<FromChoices> chosen,
        Instant at) {
    public Lesson {
        chosen = List.copyOf(chosen);
    }

    /** Where choices come from. */
    public enum Source {
        /** What was ordered with what, at the end of the order log. */
        ORDERS,
        /** What was inserted, ordered or declined of what agents were shown, beside the order log. */
        IMPRESSIONS
    }

    /** The ridge table in the numbers of another assortment; products it does not know are left out. */
    public SparseRows ridgeIn(Assortment other) {
        if (other == assortment) return ridge;
        int[] numbers = new int[assortment.size()];
        for (int product = 0; product < numbers.length; product++) {
            numbers[product] = other.number(assortment.id(product)).orElse(-1);
        }
        return ridge.renumbered(numbers, other.size());
    }

    /** How to rank a step up from now on, if that was learned. */
    public Optional<Blend> stepUp() {
        return chosen.stream()
                .filter(each -> each.list() == SuggestionList.STEP_UP && each.accepted())
                .map(FromChoices::blend)
                .findFirst();
    }

    /** Why the blend is used or refused, in one line for people. */
    public String verdict() {
        String figures = "on what was held out it found %.3f of the choices among ten, the best signal alone (%s) %.3f"
                .formatted(learned.hits(), signal, alone.hits());
        String orders = (accepted ? "used: " : "refused: ") + figures;
        return chosen.stream()
                .filter(FromChoices::enough)
                .map(each -> "; by choices of " + each.list().code() + " " + each.verdict())
                .collect(Collectors.joining("", orders, ""));
    }
}
