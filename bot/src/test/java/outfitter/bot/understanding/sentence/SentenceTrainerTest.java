package outfitter.bot.understanding.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handful of sentences is enough to tell matters apart, and strangers from them. */
final class SentenceTrainerTest {
    private static final List<String> TEXTS = new ArrayList<>();
    private static final List<String> LABELS = new ArrayList<>();
    private static SentenceModel model;

    @BeforeAll
    static void train() {
        teach("track", "where is my order", "track my parcel", "has my package been sent", "when does my order come");
        teach(
                "return",
                "send these boots back",
                "i want to return a jacket",
                "how do returns work",
                "return label please");
        teach(
                "size",
                "which size should i take",
                "do these run small",
                "is there a size chart",
                "what is my shoe size");
        teach("pay", "can i pay by card", "do you take paypal", "my payment was declined", "pay by instalments");
        model = trainer().train(TEXTS, LABELS, "none");
    }

    private static void teach(String label, String... texts) {
        for (String text : texts) {
            TEXTS.add(text);
            LABELS.add(label);
        }
    }

    private static SentenceTrainer trainer() {
        return new SentenceTrainer(Embedding.shared(), new KnownVectors(), share -> {});
    }

    @Test
    void whatIsMeantIsFoundInWordsThatWereNeverTaught() {
        assertThat(meaning("could you tell me the whereabouts of my delivery")).isEqualTo("track");
        assertThat(meaning("is visa accepted")).isEqualTo("pay");
    }

    @Test
    void aStrangerIsLessLikelyToBelongThoughNoStrangerWasEverTaught() {
        double stranger = read("recite a poem about the moon").known();

        assertThat(stranger).isLessThan(read("where has my order gone").known());
    }

    @Test
    void probabilitiesSumToOne() {
        Verdict verdict = read("where is the size chart for my returned order");

        assertThat(Arrays.stream(verdict.classes()).sum()).isCloseTo(1, within(1e-9));
        assertThat(verdict.known()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\ud83d\ude00\ud83d\ude00", "...", "qzxv wkjq zzxq"})
    void whatHasNoKnownWordBelongsNowhere(String text) {
        assertThat(read(text).known()).isLessThan(0.01);
    }

    @Test
    void fiveThousandCharactersAreReadLikeAnyText() {
        assertThat(meaning("where is my order ".repeat(280))).isEqualTo("track");
    }

    @Test
    void aModelReadBackFromItsBytesSaysTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));

        SentenceModel again = SentenceModel.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), Embedding.shared());

        assertThat(again.read(List.of("track it")).get(0).classes())
                .containsExactly(read("track it").classes());
        assertThat(again.read(List.of("track it")).get(0).known())
                .isEqualTo(read("track it").known());
    }

    @Test
    void theSameTextsAlwaysTeachTheSame() {
        SentenceModel other = trainer().train(TEXTS, LABELS, "none");

        assertThat(other.read(List.of("is visa accepted")).get(0).classes())
                .containsExactly(read("is visa accepted").classes());
    }

    @Test
    void theOrderInWhichTextsAreGivenTeachesNothing() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) order.add(i);
        Collections.shuffle(order, new Random(5));

        SentenceModel other = trainer()
                .train(
                        order.stream().map(TEXTS::get).toList(),
                        order.stream().map(LABELS::get).toList(),
                        "none");

        assertThat(other.read(List.of("is visa accepted")).get(0).classes())
                .containsExactly(read("is visa accepted").classes());
        assertThat(other.read(List.of("is visa accepted")).get(0).known())
                .isEqualTo(read("is visa accepted").known());
    }

    @Test
    void twoClassesAndNoStrangerAtAllStillTellWhatLiesFarFromBoth() {
        SentenceModel two = trainer().train(TEXTS.subList(0, 8), LABELS.subList(0, 8), "none");
        assertThat(two.classes()).hasSize(2);

        double stranger =
                two.read(List.of("recite a poem about the moon")).get(0).known();

        assertThat(stranger)
                .isLessThan(two.read(List.of("where has my order gone")).get(0).known());
    }

    @Test
    void nothingCanBeLearnedFromTheUnknownAlone() {
        assertThatThrownBy(() -> trainer().train(List.of("a", "b"), List.of("none", "none"), "none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict read(String text) {
        return model.read(List.of(text)).get(0);
    }

    private static String meaning(String text) {
        return model.classes().get(read(text).best());
    }
}
