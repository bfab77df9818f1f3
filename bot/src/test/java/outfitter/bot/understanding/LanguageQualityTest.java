package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outfitter.bot.routine.Routines;

/**
 * How well the shop's language is understood, judged by messages whose writer knew only what the intents mean. Nothing is
 * ever trained or tuned on them.
 */
final class LanguageQualityTest {
    private static LanguageFigures sentences;
    private static LanguageFigures words;

    @BeforeAll
    static void judge() {
        sentences = judged(Means.SENTENCES);
        words = judged(Means.WORDS);
    }

    @Test
    void mostMattersAreUnderstood() {
        assertThat(sentences.accuracy()).isGreaterThan(0.87);
    }

    @Test
    void mostOfWhatIsNoneOfOursIsKnownToBe() {
        assertThat(sentences.unknownRecall()).isGreaterThan(0.83);
        assertThat(sentences.knownRefused()).isLessThan(0.05);
    }

    @Test
    void probabilitiesAreTrue() {
        assertThat(sentences.calibrationError()).isLessThan(0.05);
    }

    @Test
    void wordsAloneUnderstandEnoughToServe() {
        assertThat(words.accuracy()).isGreaterThan(0.75);
        assertThat(words.unknownRecall()).isGreaterThan(0.75);
    }

    private static LanguageFigures judged(Means means) {
        LanguageTraining training = LanguageTraining.of("en", Routines.intents(), means);
        LanguageFigures figures = training.judge(training.shipped(), HeldOut.of("en", Routines.intents()));
        System.out.println("language: " + means + " " + figures);
        return figures;
    }
}
