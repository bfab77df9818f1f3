package outfitter.recommender.blend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlendTrainingTest {
    private static final int[] SIGNALS = {0, 1};
    private static final int CANDIDATES = 30;
    private final Random random = new Random(5);

    @Test
    void twoHalvesOfTheTruthAreBetterThanEither() {
        List<Choice> choices = choices(600, 1, 1);

        BlendTraining.Outcome outcome = BlendTraining.train(
                choices.subList(0, 400), choices.subList(400, 600), Blend.only(0, 1, 2, 1), SIGNALS, 3);

        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.learned().hits()).isGreaterThan(0.95);
        assertThat(outcome.alone().hits()).isLessThan(0.7);
    }

    @Test
    void aBlendThatIsNoBetterThanItsBestSignalIsRefused() {
        List<Choice> choices = choices(200, 1, 0);

        BlendTraining.Outcome outcome = BlendTraining.gate(Blend.only(1, 1, 2, 1), choices, SIGNALS, 3);

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.signal()).isZero();
        assertThat(Judged.of(outcome.blend(), choices, 3).hits()).isEqualTo(1);
    }

    @Test
    void withTooFewChoicesNothingIsLearned() {
        List<Choice> choices = choices(10, 1, 1);

        BlendTraining.Outcome outcome = BlendTraining.train(choices, choices, Blend.only(0, 1, 2, 1), SIGNALS, 3);

        assertThat(outcome.accepted()).isFalse();
    }

    @Test
    void whatTiesWithTheChosenStandsBeforeIt() {
        Choice allTheSame = new Choice(new float[8], new float[] {1}, new float[] {1, 0, 0, 0});

        assertThat(Judged.of(Blend.only(0, 1, 2, 1), List.of(allTheSame), 3)).isEqualTo(new Judged(0, 0));
        assertThat(Judged.of(Blend.only(0, 1, 2, 1), List.of(allTheSame), 4).reciprocal())
                .isEqualTo(0.25);
    }

    @Property(tries = 200)
    void theLargestComeToTheFront(@ForAll Random any) {
        long[] numbers = any.longs(1 + any.nextInt(50), 0, 20).toArray();
        int count = any.nextInt(numbers.length + 1);
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);

        int found = Largest.sorted(numbers, numbers.length, count);

        assertThat(found).isEqualTo(count);
        for (int i = 0; i < count; i++) assertThat(numbers[i]).isEqualTo(sorted[sorted.length - 1 - i]);
    }

    /** Chosen is what has the largest sum of both features, each times its weight. */
    private List<Choice> choices(int count, double one, double other) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] features = new float[2 * CANDIDATES];
            int best = 0;
            double most = -1;
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                features[2 * candidate] = random.nextFloat();
                features[2 * candidate + 1] = random.nextFloat();
                double worth = one * features[2 * candidate] + other * features[2 * candidate + 1];
                if (worth <= most) continue;
                most = worth;
                best = candidate;
            }
            float[] wanted = new float[CANDIDATES];
            wanted[best] = 1;
            choices.add(new Choice(features, new float[] {1}, wanted));
        }
        return choices;
    }
}
