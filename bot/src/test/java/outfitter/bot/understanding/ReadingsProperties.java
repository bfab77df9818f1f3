package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import outfitter.bot.routine.Routines;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.shop.Catalogue;

/** Whatever is written, a reading is a probability. */
final class ReadingsProperties {
    private static final ShopUnderstander UNDERSTANDER =
            ShopUnderstander.of("en", Routines.intents(), () -> Catalogue.EMPTY, Means.SENTENCES);

    @Property(tries = 300)
    void probabilitiesOfAnyTextLieInTheirRangeAndSumToOne(@ForAll("texts") List<String> texts) {
        Understanding heard = UNDERSTANDER.understand(texts);

        assertThat(heard.readings())
                .allSatisfy(reading -> assertThat(reading.probability()).isBetween(0.0, 1.0));
        assertThat(heard.readings().stream().mapToDouble(Reading::probability).sum())
                .isCloseTo(1, within(1e-6));
        assertThat(heard.readings()).hasSize(Routines.intents().size());
    }

    @Property(tries = 200)
    void wordsThatNobodyKnowsAreNoneOfOurs(@ForAll("gibberish") String text) {
        Understanding heard = UNDERSTANDER.understand(List.of(text));

        assertThat(heard.probability(Intents.NONE)).isGreaterThan(0.3);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "where",
                "order",
                "boots",
                "hello",
                "OF-104233",
                "return",
                "a person",
                "LA22 9DF",
                "!!!",
                "\u00e9",
                "\ud83d\ude00",
                "43",
                "?");
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(60),
                        words.list().ofMinSize(1).ofMaxSize(12).map(list -> String.join(" ", list)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> gibberish() {
        return Arbitraries.strings()
                .withChars("qxzjvkw")
                .ofLength(9)
                .list()
                .ofMinSize(3)
                .ofMaxSize(6)
                .map(list -> String.join(" ", list));
    }
}
