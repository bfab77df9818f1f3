package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outfitter.models.shop.Catalogue;

/** A language is learned beside the one in use, kept as bytes, and takes its place at once. */
final class LanguageTrainingTest {
    private static final List<String> INTENTS = List.of("order-status", "stock", Intents.NONE);
    private static final List<Utterance> UNSEEN = List.of(
            new Utterance("where is my parcel now", "order-status"),
            new Utterance("do you have this in size 40", "stock"),
            new Utterance("can you recommend a good novel", Intents.NONE));
    private static LanguageTraining training;
    private static TrainedLanguage trained;

    @BeforeAll
    static void train() {
        training = LanguageTraining.of("en", INTENTS, Means.SENTENCES);
        trained = training.train(training.utterances(), share -> {});
    }

    @Test
    void aTrainedLanguageIsJudgedByWhatItHasNotSeen() {
        LanguageFigures figures = training.judge(trained, UNSEEN);

        assertThat(figures.utterances()).isEqualTo(3);
        assertThat(figures.accuracy()).isEqualTo(1);
        assertThat(figures.unknownRecall()).isEqualTo(1);
        assertThat(figures.knownRefused()).isZero();
        assertThat(figures.calibrationError()).isBetween(0.0, 1.0);
        assertThat(figures.p99Millis()).isPositive();
    }

    @Test
    void aLanguageReadBackFromItsBytesReadsAlike() {
        TrainedLanguage again = training.read(trained.bytes()).orElseThrow();

        for (Utterance each : UNSEEN) {
            assertThat(again.classifier().read(List.of(each.text())))
                    .isEqualTo(trained.classifier().read(List.of(each.text())));
        }
    }

    @Test
    void bytesThatAreCutShortAreNoLanguage() {
        byte[] half = java.util.Arrays.copyOf(trained.bytes(), trained.bytes().length / 2);

        assertThat(training.read(half)).isEmpty();
        assertThat(training.read(new byte[0])).isEmpty();
    }

    @Test
    void aCorrectionCountsMoreThanWhatTheProgramCameWith() {
        List<Utterance> corrected = new ArrayList<>(training.utterances());
        for (int i = 0; i < 12; i++)
            corrected.add(new Utterance("blimey the wagon number " + "abcdefghijkl".charAt(i), "stock"));

        TrainedLanguage other = training.train(corrected, share -> {});
        ShopUnderstander understander = ShopUnderstander.of("en", INTENTS, () -> Catalogue.EMPTY, Means.SENTENCES);
        understander.speak(other);

        assertThat(understander.understand(List.of("blimey the wagon")).best().intent())
                .isEqualTo("stock");
        assertThat(understander.language()).isSameAs(other);
    }
}
