package outfitter.bot.understanding.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused is decided by texts that nobody had taught. */
final class RefusalTest {
    private static final Weighing WEIGHING = new Weighing(1, 0);
    /** The probability of belonging is that whose odds have the largest margin for their logarithm. */
    private static final Logistic BY_MARGIN =
            new Logistic(new double[Fit.SIGNALS], new double[] {1, 1, 1, 1, 1, 1}, new double[] {0, 1, 0, 0, 0, 0, 0});

    @Test
    void ofThresholdsThatAreEquallyGoodTheOneIsTakenThatRefusesLeast() {
        List<Unseen> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add(text(0.8, 0, 0));
            texts.add(text(0.3, 0, -1));
        }

        assertThat(refusal(texts)).isCloseTo(0.7, within(0.011));
    }

    @Test
    void whatWouldBeReadWronglyAnywayDoesNotSpeakAgainstRefusing() {
        List<Unseen> texts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            texts.add(text(0.9, 0, 0));
            texts.add(text(0.4, 0, 1));
            texts.add(text(0.3, 0, -1));
        }

        assertThat(refusal(texts)).isBetween(0.3, 0.71);
    }

    @Test
    void whereMostOfTheUnlikelyAreOursLittleIsRefused() {
        List<Unseen> texts = new ArrayList<>();
        for (int i = 0; i < 90; i++) texts.add(text(0.3, 0, 0));
        for (int i = 0; i < 10; i++) texts.add(text(0.3, 0, -1));

        assertThat(refusal(texts)).isGreaterThan(0.7);
    }

    private static double refusal(List<Unseen> texts) {
        return Refusal.fit(texts, WEIGHING, BY_MARGIN, text -> 1);
    }

    /** A text that belongs with {@code probability}, is likest {@code likest} of two classes, and really is {@code label}. */
    private static Unseen text(double probability, int likest, int label) {
        float margin = (float) Math.log(probability / (1 - probability));
        float[] margins = {margin - 1, margin - 1, 0};
        margins[likest] = margin;
        return new Unseen(new Fit(margins, new float[2], 1, 1), label, false);
    }
}
