package outfitter.bot.understanding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import outfitter.bot.understanding.evaluation.Judgements.Judgement;

/** Figures are what their definitions say, worked out by hand. */
final class JudgementsTest {
    private static final Judgements JUDGEMENTS = new Judgements(List.of(
            known(0.9, true), known(0.8, true), known(0.6, false), known(0.5, true), unknown(0.7), unknown(0.2)));

    private static Judgement known(double score, boolean right) {
        return new Judgement(score, 0.8, right, true);
    }

    private static Judgement unknown(double score) {
        return new Judgement(score, 0.4, false, false);
    }

    @Test
    void whatIsRefusedIsNotRight() {
        assertThat(JUDGEMENTS.inScopeAccuracy(0)).isEqualTo(0.75);
        assertThat(JUDGEMENTS.inScopeAccuracy(0.75)).isEqualTo(0.5);
        assertThat(JUDGEMENTS.unknownRecall(0.75)).isEqualTo(1);
        assertThat(JUDGEMENTS.unknownRecall(0.5)).isEqualTo(0.5);
    }

    @Test
    void theJointThresholdIsTheLowestAtWhichMostIsRight() {
        assertThat(JUDGEMENTS.jointThreshold()).isEqualTo(0.5);
    }

    @Test
    void theGuardedThresholdIsTheHighestThatLeavesEnough() {
        assertThat(JUDGEMENTS.guardedThreshold(0.5)).isEqualTo(0.8);
        assertThat(JUDGEMENTS.guardedThreshold(0.75)).isEqualTo(0.5);
        assertThat(JUDGEMENTS.guardedThreshold(0.9)).isNaN();
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        assertThat(JUDGEMENTS.auroc()).isCloseTo(6 / 8.0, within(1e-9));
    }

    @Test
    void withoutUnknownThereIsNothingToTellApart() {
        Judgements all = new Judgements(List.of(known(0.9, true), known(0.8, false)));

        assertThat(all.auroc()).isNaN();
        assertThat(all.jointThreshold()).isNaN();
        assertThat(all.unknownRecall(0.5)).isNaN();
    }

    @Test
    void calibrationComparesWhatWasSaidWithWhatCame() {
        assertThat(JUDGEMENTS.calibrationError()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theKeyboardSlipsAlikeEachTimeAndInLongWordsAlone() {
        String text = "please transfer the money to my other account";

        String typed = new Keyboard(0.3).type(text);

        assertThat(typed)
                .isEqualTo(new Keyboard(0.3).type(text))
                .isNotEqualTo(text)
                .hasSameSizeAs(text);
        assertThat(typed).contains(" the ");
        assertThat(new Keyboard(0).type(text)).isEqualTo(text);
    }
}
