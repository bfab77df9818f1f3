package outfitter.server.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
                + "CSV with the columns text,intent, or Rasa's NLU YAML (.yml, .yaml).",
        mixinStandardHelpOptions = true)
final class EvaluateLanguage implements Callable<Integer> {
    @Option(names = "--train", paramLabel = "FILE", required = true, description = "What is learned.")
    @SuppressWarnings("NullAway.Init")
    private Path train;

    @Option(names = "--validate", paramLabel = "FILE", required = true, description = "What thresholds are taken from.")
    @SuppressWarnings("NullAway.Init")
    private Path validate;

    @Option(names = "--test", paramLabel = "FILE", required = true, description = "What the figures are of.")
    @SuppressWarnings("NullAway.Init")
    private Path test;

    @Option(
            names = "--unknown",
            paramLabel = "LABEL",
            description = "The label of texts that mean none of the intents, if there are any.")
    private @Nullable String unknown;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        try {
            Figures figures = LanguageEvaluation.of(train, validate, test, Optional.ofNullable(unknown));
            outcome.print(figures, words(figures));
            return 0;
        } catch (BadFile bad) {
            throw new StartFailure(String.valueOf(bad.getMessage()));
        }
    }

    private static String words(Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                %d intents learned from %d texts in %.1f s.
                  in scope, nothing refused     %s
                  best joint threshold          %s in scope, %s of the unknown recognised
                  guarded threshold             %s in scope, %s of the unknown recognised
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
                rate(figures.guardedInScope()),
                rate(figures.guardedUnknownRecall()),
                rate(figures.auroc()),
                rate(figures.calibrationError()),
                rate(figures.noisyInScopeAccuracy()),
                figures.cpuMillisP50(),
                figures.cpuMillisP99());
    }

    private static String rate(@Nullable Double rate) {
        return rate == null ? "does not apply" : String.format(Locale.ROOT, "%.4f", rate);
    }
}
