package outfitter.bot.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Figures LIVE = new Figures(456, 150, 0.92, 0.86, 0.03, 9, 40, 0.8, List.of());

    private static final Chances CERTAIN = new Chances(0, 0, 0, 0);

    @Test
    void whatIsAsGoodGoesLive() {
        Verdict verdict = Gate.judge(LIVE, LIVE, CERTAIN);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.sentence())
                .isEqualTo("It is live: of 606 messages that it had never seen it reads 92.0 % of our matters right "
                        + "(as many as before), and nothing else got worse by more than chance.");
        assertThat(verdict.checks())
                .extracting(Verdict.Check::measure)
                .containsExactly("accuracy", "unknown-recall", "calibration-error", "slowest-millis", "lessons-right");
    }

    @Test
    void whatChanceAloneDoesIsTolerated() {
        Figures bitWorse = new Figures(456, 150, 0.911, 0.845, 0.04, 11, 40, 0.76, List.of());

        assertThat(Gate.judge(LIVE, bitWorse, CERTAIN).passed()).isTrue();
    }

    @Test
    void whatReadsFewerMessagesRightStaysOut() {
        assertRefused(
                new Figures(456, 150, 0.9, 0.9, 0.02, 5, 40, 1, List.of()),
                "read only 90.0 % of our matters right instead of 92.0 %",
                "contradict");
    }

    @Test
    void whatNoticesLessOfWhatIsNoneOfOursStaysOut() {
        assertRefused(
                new Figures(456, 150, 0.95, 0.8, 0.02, 5, 40, 1, List.of()),
                "notice only 80.0 % of what is none of ours instead of 86.0 %",
                "fetch a person");
    }

    @Test
    void whatIsWrongAboutHowSureItIsStaysOut() {
        assertRefused(
                new Figures(456, 150, 0.95, 0.9, 0.06, 5, 40, 1, List.of()),
                "wrong about how sure it is by 6.0 % on average instead of 3.0 %");
    }

    @Test
    void whatIsSlowStaysOut() {
        assertRefused(
                new Figures(456, 150, 0.95, 0.9, 0.02, 14, 40, 1, List.of()),
                "need 14 ms for its slowest messages instead of 9 ms");
    }

    @Test
    void whatReadsFewerCorrectionsAsTheyWereMeantStaysOut() {
        assertRefused(
                new Figures(456, 150, 0.95, 0.9, 0.02, 5, 40, 0.7, List.of()),
                "read only 70.0 % of the 40 corrections that were kept back");
    }

    @Test
    void aHandfulOfCorrectionsKeptBackDecidesNothing() {
        Figures live = new Figures(456, 150, 0.92, 0.86, 0.03, 9, 3, 1, List.of());
        Figures candidate = new Figures(456, 150, 0.92, 0.86, 0.03, 9, 3, 0, List.of());

        assertThat(Gate.judge(live, candidate, CERTAIN).passed()).isTrue();
    }

    @Test
    void theBoundsHoldAlsoWhereTheLiveModelIsPoor() {
        Figures poor = new Figures(456, 150, 0.7, 0.5, 0.2, 80, 0, 1, List.of());

        Verdict verdict = Gate.judge(poor, poor, CERTAIN);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.sentence()).contains("(at least 75.0 % is a must)");
        assertThat(verdict.checks()).noneMatch(Verdict.Check::passed);
    }

    @Test
    void withNothingToJudgeByNothingGoesLive() {
        Figures unjudged = new Figures(0, 0, 1, 1, 0, 0, 0, 1, List.of());

        assertThat(Gate.judge(unjudged, unjudged, CERTAIN).passed()).isFalse();
    }

    @Test
    void aDifferenceThatChanceMakesEasilyIsNoReasonToRefuse() {
        Figures worse = new Figures(456, 150, 0.9, 0.83, 0.06, 9, 40, 0.7, List.of());

        assertThat(Gate.judge(LIVE, worse, new Chances(0.2, 0.06, 0.3, 0.11)).passed())
                .isTrue();
        assertThat(Gate.judge(LIVE, worse, new Chances(0.2, 0.03, 0.3, 0.11)).sentence())
                .contains("notice only 83.0 %", "Chance alone would do as much only 3 times in a hundred.");
    }

    @Test
    void chanceIsReckonedFromTheMessagesThatOnlyOneOfBothReadsRightly() {
        assertThat(Chances.atLeast(0, 9)).isCloseTo(1, within(1e-9));
        assertThat(Chances.atLeast(8, 8)).isCloseTo(1 / 256.0, within(1e-12));
        assertThat(Chances.atLeast(12, 17)).isCloseTo(0.0717, within(1e-4));
        List<Answer> live = answers(40, 30);
        List<Answer> same = answers(40, 30);
        List<Answer> worse = answers(40, 20);

        assertThat(Chances.of(live, same).accuracy()).isCloseTo(1, within(1e-9));
        assertThat(Chances.of(live, same).calibrationError()).isEqualTo(1);
        assertThat(Chances.of(live, worse).accuracy()).isCloseTo(Math.pow(0.5, 10), within(1e-9));
        assertThat(Chances.of(live, worse).calibrationError()).isLessThan(0.05);
    }

    /** Answers to messages with a matter, the first of them right. */
    private static List<Answer> answers(int all, int right) {
        return IntStream.range(0, all)
                .mapToObj(i -> new Answer(Answer.Kind.KNOWN, i < right, 0.8))
                .toList();
    }

    private static void assertRefused(Figures candidate, String... why) {
        Verdict verdict = Gate.judge(LIVE, candidate, CERTAIN);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.sentence()).startsWith("The live model stays").contains(why);
    }
}
