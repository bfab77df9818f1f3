package outfitter.bot.understanding;

import java.util.List;
import java.util.function.Predicate;
import outfitter.bot.understanding.evaluation.CalibrationError;
import outfitter.bot.understanding.evaluation.Costs;

/**
 * How well a language is understood, on utterances that what is judged had not seen. Rates are from 0 to 1, and NaN where
 * there was nothing to count.
 *
 * @param utterances how many were judged
 * @param accuracy of those that mean a known intent, the share read as that one, being refused counted as wrong
 * @param likeliest of the same, the share whose likeliest matter is the right one, nothing refused
 * @param unknownRecall of those that mean none of them, the share known to be so
 * @param knownRefused of those that mean a known intent, the share taken for none
 * @param calibrationError how far the probability of the best reading is from how often it is right: the mean difference
 *     over fifteen equally wide bins, each weighed by what falls into it (Guo et al., On calibration of modern neural
 *     networks, 2017)
 * @param p50Millis processor time that half of the utterances needed at most, one by one
 * @param p99Millis the same for 99 of a hundred
 */
public record LanguageFigures(
        int utterances,
        double accuracy,
        double likeliest,
        double unknownRecall,
        double knownRefused,
        double calibrationError,
        double p50Millis,
        double p99Millis) {

    static LanguageFigures of(List<Judged> judged, Costs costs) {
        List<Judged> known = judged.stream().filter(each -> !each.isUnknown()).toList();
        List<Judged> unknown = judged.stream().filter(Judged::isUnknown).toList();
        return new LanguageFigures(
                judged.size(),
                share(known, Judged::isRight),
                share(known, Judged::isLikeliest),
                share(unknown, Judged::isRight),
                share(known, Judged::isRefused),
                new CalibrationError()
                        .addAll(judged, each -> each.best().probability(), Judged::isRight)
                        .value(),
                costs.millis(0.5),
                costs.millis(0.99));
    }

    private static double share(List<Judged> judged, Predicate<Judged> which) {
        return judged.isEmpty()
                ? Double.NaN
                : (double) judged.stream().filter(which).count() / judged.size();
    }
}
