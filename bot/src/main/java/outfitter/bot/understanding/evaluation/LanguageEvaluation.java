package outfitter.bot.understanding.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.bot.understanding.evaluation.Judgements.Judgement;
import outfitter.bot.understanding.evaluation.LabelledFile.Labelled;
import outfitter.bot.understanding.sentence.Embedding;
import outfitter.bot.understanding.sentence.KnownVectors;
import outfitter.bot.understanding.sentence.SentenceModel;
import outfitter.bot.understanding.sentence.SentenceTrainer;
import outfitter.bot.understanding.sentence.Verdict;

/** Trains on one file, takes thresholds from a second, and judges by a third. */
public final class LanguageEvaluation {
    /** What in-scope accuracy on validation the guarded threshold leaves. */
    private static final double GUARDED = 0.945;

    private static final double NOISE = 0.1;
    private static final int WARM_UP = 300;
    private static final String NO_LABEL = "\0";

    private LanguageEvaluation() {}

    /**
     * What came out; rates are from 0 to 1, null where a figure does not apply. In scope means that a text has an intent,
     * unknown that it is labelled to have none.
     *
     * @param inScopeAccuracy without refusing anything
     * @param paperInScope with the threshold of best joint accuracy on validation (Larson et al., EMNLP 2019)
     * @param guardedInScope with the highest threshold that leaves 94.5 % in scope on validation
     * @param auroc of known against unknown
     * @param calibrationError of the best intent's probability, given that the text has one, in scope, over 15 bins
     * @param trainSeconds with embedding, cross-validation and calibration
     * @param cpuMillisP50 of the processor for one utterance on one thread, with everything
     * @param noisyInScopeAccuracy without refusing anything, a tenth of the letters in longer words mistyped
     * @param intents how many were learned
     * @param trainTexts from how many texts, with the unknown
     * @param paperThreshold the score below which the paper's rule refuses
     * @param guardedThreshold the same of the guarded rule
     * @param notes what to know before comparing these figures with others
     */
    public record Figures(
            double inScopeAccuracy,
            @Nullable Double paperInScope,
            @Nullable Double paperUnknownRecall,
            @Nullable Double guardedInScope,
            @Nullable Double guardedUnknownRecall,
            @Nullable Double auroc,
            double calibrationError,
            double trainSeconds,
            double cpuMillisP50,
            double cpuMillisP99,
            double noisyInScopeAccuracy,
            int intents,
            int trainTexts,
            @Nullable Double paperThreshold,
            @Nullable Double guardedThreshold,
            List<String> notes) {}

    /** The figures for these files; {@code unknown} is the label of texts without an intent. Throws {@link BadFile}. */
    public static Figures of(Path train, Path validate, Path test, Optional<String> unknown) {
        String none = unknown.orElse(NO_LABEL);
        LabelledFile taught = LabelledFile.read(train).teaching(none);
        LabelledFile validation = LabelledFile.read(validate);
        LabelledFile judged = LabelledFile.read(test);
        if (unknown.isPresent() && !taught.has(none) && !validation.has(none) && !judged.has(none)) {
            throw new BadFile(test, "no text is labelled \"" + none + "\", nor in the other files; see --unknown");
        }
        if (judged.rows().stream().allMatch(row -> row.intent().equals(none))) {
            throw new BadFile(test, "nothing but \"" + none + "\" is in it");
        }
        Embedding embedding = Embedding.shared();
        long began = System.nanoTime();
        SentenceModel model = new SentenceTrainer(embedding, new KnownVectors(), share -> {})
                .train(taught.texts(), taught.intents(), none);
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        List<String> notes = new ArrayList<>();
        for (LabelledFile file : List.of(validation, judged)) {
            Strangers.in(file, model.classes(), none).ifPresent(notes::add);
        }
        return new Measuring(model, none, notes)
                .figures(validation, judged, seconds, taught.rows().size());
    }

    private static final class Measuring {
        private final SentenceModel model;
        private final String none;
        private final List<String> notes;

        Measuring(SentenceModel model, String none, List<String> notes) {
            this.model = model;
            this.none = none;
            this.notes = notes;
        }

        Figures figures(LabelledFile validation, LabelledFile test, double seconds, int texts) {
            Judgements before =
                    judge(validation.rows(), text -> model.read(List.of(text)).get(0));
            test.rows().stream().limit(WARM_UP).forEach(row -> model.read(List.of(row.text())));
            Costs costs = new Costs();
            Judgements after = judge(
                    test.rows(),
                    text -> costs.of(() -> model.read(List.of(text)).get(0)));
            Keyboard keyboard = new Keyboard(NOISE);
            List<Labelled> inScope = test.rows().stream()
                    .filter(row -> !row.intent().equals(none))
                    .toList();
            Judgements noisy = judge(
                    inScope, text -> model.read(List.of(keyboard.type(text))).get(0));
            double joint = before.jointThreshold();
            double guarded = before.guardedThreshold(GUARDED);
            if (Double.isNaN(joint)) notes.add("no text of the validation is unknown, so there is no joint threshold");
            if (Double.isNaN(guarded)) notes.add(unguarded(before));
            return new Figures(
                    rounded(after.inScopeAccuracy(Double.NEGATIVE_INFINITY)),
                    Double.isNaN(joint) ? null : figure(after.inScopeAccuracy(joint)),
                    Double.isNaN(joint) ? null : figure(after.unknownRecall(joint)),
                    Double.isNaN(guarded) ? null : figure(after.inScopeAccuracy(guarded)),
                    Double.isNaN(guarded) ? null : figure(after.unknownRecall(guarded)),
                    figure(after.auroc()),
                    rounded(after.calibrationError()),
                    rounded(seconds),
                    rounded(costs.millis(0.5)),
                    rounded(costs.millis(0.99)),
                    rounded(noisy.inScopeAccuracy(Double.NEGATIVE_INFINITY)),
                    model.classes().size(),
                    texts,
                    figure(joint),
                    figure(guarded),
                    List.copyOf(notes));
        }

        private static String unguarded(Judgements validation) {
            return String.format(
                    Locale.ROOT,
                    "no threshold leaves %.1f %% of the validation in scope: %.1f %% are right with nothing refused",
                    100 * GUARDED,
                    100 * validation.inScopeAccuracy(Double.NEGATIVE_INFINITY));
        }

        private Judgements judge(List<Labelled> rows, Function<String, Verdict> reading) {
            List<Judgement> all = new ArrayList<>(rows.size());
            for (Labelled row : rows) {
                Verdict verdict = reading.apply(row.text());
                boolean right = model.classes().get(verdict.best()).equals(row.intent());
                all.add(new Judgement(
                        verdict.known(),
                        verdict.classes()[verdict.best()],
                        right,
                        !row.intent().equals(none)));
            }
            return new Judgements(all);
        }

        private static @Nullable Double figure(double value) {
            return Double.isNaN(value) ? null : rounded(value);
        }

        private static double rounded(double value) {
            return Math.round(value * 10_000) / 10_000.0;
        }
    }
}
