package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where OpenNLP ends sentences, and words, in what people write in a chat. */
final class SentencesTest {
    private final Sentences sentences = new Sentences("en");

    @Test
    void sentencesEndWhereTheyDoAlsoWhereNobodyUsesCapitals() {
        assertThat(sentences.of("where is it? can i return the boots"))
                .containsExactly("where is it?", "can i return the boots");
        assertThat(sentences.of("It has 4.5 mm. It weighs approx. 3 kg, size 9.5 too!"))
                .containsExactly("It has 4.5 mm.", "It weighs approx. 3 kg, size 9.5 too!");
    }

    @Test
    void aLineAndASemicolonEndASentenceToo() {
        assertThat(sentences.of("hi\nI bought boots; where are they\r\n\n thanks"))
                .containsExactly("hi", "I bought boots", "where are they", "thanks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n;\n", ";"})
    void nothingHasNoSentence(String text) {
        assertThat(sentences.of(text)).allMatch(each -> each.equals(";"));
    }

    @Test
    void whatTheTokenizerCutsIsJoinedWhereItIsOneWord() {
        assertThat(Words.of("don't want _order_ anymore,cancel pls.and the t-shirts?!"))
                .containsExactly(
                        "do",
                        "not",
                        "want",
                        "_order_",
                        "anymore",
                        "cancel",
                        "please",
                        "and",
                        "the",
                        "t-shirts",
                        "?",
                        "!");
        assertThat(NameWords.plain("the fleetfox's cafe\u0301 2", 9))
                .isEqualTo(List.of("the", "fleetfox", "cafe", "2"));
    }
}
