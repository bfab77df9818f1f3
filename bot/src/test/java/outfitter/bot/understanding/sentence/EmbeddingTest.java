package outfitter.bot.understanding.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors are those that the weights were made for, whatever is written. */
final class EmbeddingTest {
    private static final Embedding EMBEDDING = Embedding.shared();
    private static final EmbeddingModel REFERENCE = new BgeSmallEnV15QuantizedEmbeddingModel();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where is my order",
                "Hello!! It's 5\u20ac, (okay) \u2013 H\u00e9llo w\u00f6rld",
                "\u8bf7\u95ee where \u65e5\u672c",
                "\u0433\u0434\u0435 \u043c\u043e\u0439 \u0437\u0430\u043a\u0430\u0437?",
                "how do i reset my PIN? \ud83d\ude21",
                "tab\tand\nline, zero\u200bwidth, full\uff0cwidth",
                "pneumonoultramicroscopicsilicovolcanoconiosis",
                "x",
                "a@b.example #12 $5 ^_^ `tick` ~ <b>&amp;</b> |=+"
            })
    void aVectorIsTheOneThatTheReferenceMakes(String text) {
        float[] ours = EMBEDDING.of(text);
        float[] theirs = REFERENCE.embed(text).content().vector();

        assertThat(ours).usingComparatorWithPrecision(1e-5f).containsExactly(theirs);
    }

    @Test
    void severalAtOnceAreNearlyWhatTheyAreAlone() {
        List<String> texts = List.of("where is my order", "hi", "do you have it in blue", "where is my parcel");

        float[][] together = EMBEDDING.of(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(together[i], EMBEDDING.of(texts.get(i)))).isGreaterThan(0.98);
            assertThat(cosine(together[i], together[i])).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void anEmptyOrEndlessTextHasAVectorToo() {
        assertThat(EMBEDDING.of("")).hasSize(Embedding.SIZE);
        assertThat(EMBEDDING.of("boots ".repeat(5_000))).hasSize(Embedding.SIZE);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }
}
