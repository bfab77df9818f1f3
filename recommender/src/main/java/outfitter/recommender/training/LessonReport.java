package outfitter.recommender.training;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import outfitter.models.merchandising.SuggestionList;

/**
 * What came of a lesson, in figures: what people are told of it, and what is kept when another one ranks.
 *
 * @param used whether it was better than every signal alone, and than what ranked before where choices decide
 * @param choices how many choices were learned from
 * @param hits share of the choices held out that it had among the first ten
 * @param bestSignalHits the same of the best signal alone
 * @param source 'orders', or 'impressions' when what agents were shown taught it as well
 * @param chosen what was learned about each list from what was chosen of it
 * @param verdict all that in one line
 */
public record LessonReport(
        Instant at,
        boolean used,
        int choices,
        double hits,
        double bestSignalHits,
        String bestSignal,
        String source,
        List<Chosen> chosen,
        String verdict) {
    public LessonReport {
        chosen = List.copyOf(chosen);
    }

    /**
     * What came of learning from what was chosen of one list.
     *
     * @param choices lists of which something was inserted or ordered
     * @param needed with fewer nothing is learned from them
     * @param enough whether these were enough
     * @param gain by how much the mean of 1 / place of what was chosen rose on those held out
     * @param error its standard error
     */
    public record Chosen(
            SuggestionList list,
            int choices,
            int needed,
            boolean enough,
            boolean used,
            double gain,
            double error,
            String verdict) {}

    /** What came of {@code lesson}. */
    public static LessonReport of(Lesson lesson) {
        return new LessonReport(
                lesson.at(),
                lesson.accepted(),
                lesson.choices(),
                lesson.learned().hits(),
                lesson.alone().hits(),
                lesson.signal(),
                lesson.source().name().toLowerCase(Locale.ROOT),
                lesson.chosen().stream().map(LessonReport::chosen).toList(),
                lesson.verdict());
    }

    private static Chosen chosen(FromChoices from) {
        return new Chosen(
                from.list(),
                from.choices(),
                ChoiceLessons.FEWEST,
                from.enough(),
                from.accepted(),
                from.gain(),
                from.error(),
                from.verdict());
    }
}
