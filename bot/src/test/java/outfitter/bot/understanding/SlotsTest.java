package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;

/** Values in what people write. */
final class SlotsTest {
    private final SlotFinder finder = new SlotFinder("en", () -> Catalogue.of(List.of(), List.of(boot()), Map.of()));

    private static Product boot() {
        Variant brown = new Variant("B-43", "granite-peak-boot", "43", "Moss brown", null, new Money(14_900, "GBP"));
        return new Product(
                "granite-peak-boot",
                "Granite Peak Boot",
                "Tarn",
                null,
                "",
                "",
                List.of(),
                false,
                true,
                Instant.EPOCH,
                List.of(brown));
    }

    @ParameterizedTest
    @CsvSource({
        "'where is OF-104233', OF-104233",
        "'of104233 please', OF-104233",
        "'my order oF-1O4233', OF-104233",
        "'order #104233', OF-104233"
    })
    void orderNumbersAreReadHoweverTheyAreTyped(String text, String order) {
        assertThat(finder.in(text).slots()).containsEntry(Slots.ORDER, order);
    }

    @ParameterizedTest
    @CsvSource({
        "'do you have it in 43?', 43",
        "'size xl please', XL",
        "'in medium', M",
        "'43?', 43",
        "'an L', L",
        "'uk 8.5', 8.5"
    })
    void sizesAreReadHoweverTheyAreSaid(String text, String size) {
        assertThat(finder.in(text).slots()).containsEntry(Slots.SIZE, size);
    }

    @ParameterizedTest
    @CsvSource({
        "'too tight around the toes', too-small",
        "'the zip is broken', faulty",
        "'I changed my mind', changed-mind",
        "'you sent the wrong colour', wrong-item",
        "'they are too big', too-large",
        "'looks different from the picture', not-as-described"
    })
    void reasonsAreReadFromTheirPhrases(String text, String reason) {
        assertThat(finder.in(text).slots()).containsEntry(Slots.REASON, reason);
    }

    @Test
    void aProductIsKnownByTheBeginningOfItsName() {
        SlotFinder.Found found = finder.in("how do I wash my granite peaks in moss brown");

        assertThat(found.products()).containsExactly("granite-peak-boot");
        assertThat(found.slots()).containsEntry(Slots.COLOUR, "moss brown");
    }

    @Test
    void anIdentifierIsNeverReadAsSomethingElse() {
        Map<String, String> slots = finder.in("OF-104233, LA22 9DF, Ada.Fell@example.org, 07700 900123")
                .slots();

        assertThat(slots)
                .containsOnly(
                        Map.entry(Slots.ORDER, "OF-104233"),
                        Map.entry(Slots.POSTCODE, "LA22 9DF"),
                        Map.entry(Slots.EMAIL, "ada.fell@example.org"),
                        Map.entry(Slots.PHONE, "07700900123"));
    }

    @Test
    void aNumberOfDaysIsNoSize() {
        assertThat(finder.in("does it arrive in 3 days").slots()).doesNotContainKey(Slots.SIZE);
    }

    @Test
    void countriesAndBudgetsAreRead() {
        assertThat(finder.in("shipping to Scotland").slots()).containsEntry(Slots.COUNTRY, "GB");
        assertThat(finder.in("tents under £200").slots()).containsEntry(Slots.BUDGET, "200");
    }
}
