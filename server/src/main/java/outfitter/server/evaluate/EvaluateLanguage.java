package outfitter.server.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.HeldOut;
import outfitter.bot.understanding.LanguageFigures;
import outfitter.bot.understanding.LanguageTraining;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.Utterance;
import outfitter.bot.understanding.evaluation.BadFile;
import outfitter.bot.understanding.evaluation.LanguageEvaluation;
import outfitter.bot.understanding.evaluation.LanguageEvaluation.Figures;
import outfitter.server.StartFailure;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter evaluate language}. */
@Command(
        name = "language",
        description = "Trains on one file of texts and intents, takes thresholds from a second, judges by a third. "
                + "CSV with the columns text,intent, or Rasa's NLU YAML (.yml, .yaml). Or judges, with --shop, the model "
                + "that came with the program by the messages held out from it.",
        mixinStandardHelpOptions = true)
final class EvaluateLanguage implements Callable<Integer> {
    private static final String LANGUAGE = "en";
    private static final int WARM_UP = 300;

    @Option(names = "--train", paramLabel = "FILE", description = "What is learned.")
    private @Nullable Path train;

    @Option(names = "--validate", paramLabel = "FILE", description = "What thresholds are taken from.")
    private @Nullable Path validate;

    @Option(names = "--test", paramLabel = "FILE", description = "What the figures are of.")
    private @Nullable Path test;

    @Option(
            names = "--unknown",
            paramLabel = "LABEL",
            description = "The label of texts that mean none of the intents, if there are any.")
    private @Nullable String unknown;

    @Option(names = "--shop", description = "Judge the shop's own model; takes no files.")
    private boolean shop;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        try {
            if (shop) judgeShop();
            else judgeFiles();
            return 0;
        } catch (BadFile bad) {
            throw new StartFailure(String.valueOf(bad.getMessage()));
        }
    }

    private void judgeFiles() {
        if (train == null || validate == null || test == null) {
            throw new StartFailure("evaluate language: give --train, --validate and --test, or --shop");
        }
        Figures figures = LanguageEvaluation.of(train, validate, test, Optional.ofNullable(unknown));
        outcome.print(figures, words(figures));
    }

    private void judgeShop() {
        if (train != null || validate != null || test != null || unknown != null) {
            throw new StartFailure("evaluate language: --shop takes no files");
        }
        LanguageTraining training = LanguageTraining.of(LANGUAGE, Routines.intents(), Means.SENTENCES);
        List<Utterance> unseen = HeldOut.of(LANGUAGE, Routines.intents());
        // A server has long compiled what a command runs for the first time: that is not the cost of a text.
        training.judge(training.shipped(), unseen.subList(0, Math.min(WARM_UP, unseen.size())));
        LanguageFigures figures = training.judge(training.shipped(), unseen);
        outcome.print(figures, words(figures));
    }

    private static String words(LanguageFigures figures) {
        return String.format(
                Locale.ROOT,
                """
                %d messages held out, in the shop's own language.
                  our matters read right        %s, those wrongly refused counted as wrong
                  likeliest matter right        %s, nothing refused
                  none of ours, known to be     %s
                  ours, wrongly refused         %s
                  calibration error             %s
                  processor time of one text    %.1f ms, 99 %% within %.1f ms""",
                figures.utterances(),
                rate(figures.accuracy()),
                rate(figures.likeliest()),
                rate(figures.unknownRecall()),
                rate(figures.knownRefused()),
                rate(figures.calibrationError()),
                figures.p50Millis(),
                figures.p99Millis());
    }

    private static String words(Figures figures) {
        return String.format(
                        Locale.ROOT,
                        """
                %d intents learned from %d texts in %.1f s.
                  in scope, nothing refused     %s
                  best joint threshold          %s in scope, %s of the unknown recognised, below a score of %s
                  guarded threshold             %s in scope, %s of the unknown recognised, below a score of %s
                  known against unknown         %s (area under the curve)
                  calibration error             %s
                  a tenth of letters mistyped   %s in scope
                  processor time of one text    %.1f ms, 99 %% within %.1f ms""",
                        figures.intents(),
                        figures.trainTexts(),
                        figures.trainSeconds(),
                        rate(figures.inScopeAccuracy()),
                        rate(figures.paperInScope()),
                        rate(figures.paperUnknownRecall()),
                        rate(figures.paperThreshold()),
                        rate(figures.guardedInScope()),
                        rate(figures.guardedUnknownRecall()),
                        rate(figures.guardedThreshold()),
                        rate(figures.auroc()),
                        rate(figures.calibrationError()),
                        rate(figures.noisyInScopeAccuracy()),
                        figures.cpuMillisP50(),
                        figures.cpuMillisP99())
                + figures.notes().stream().map(note -> "\nNote: " + note).collect(Collectors.joining());
    }

    private static String rate(@Nullable Double rate) {
        return rate == null ? "does not apply" : String.format(Locale.ROOT, "%.4f", rate);
    }
}
