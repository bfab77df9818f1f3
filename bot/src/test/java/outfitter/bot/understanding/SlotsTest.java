package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    private Map<String, String> slots(String text) {
        return values(finder.in(text));
    }

    private static Map<String, String> values(SlotFinder.Found found) {
        Map<String, String> first = new LinkedHashMap<>();
        found.slots().forEach(slot -> first.putIfAbsent(slot.name(), slot.value()));
        return first;
    }

    @ParameterizedTest
    @CsvSource({
        "'where is OF-104233', OF-104233",
        "'of104233 please', OF-104233",
        "'my order oF-1O4233', OF-104233",
        "'order #104233', OF-104233"
    })
    void orderNumbersAreReadHoweverTheyAreTyped(String text, String order) {
        assertThat(slots(text)).containsEntry(Slots.ORDER, order);
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
        assertThat(slots(text)).containsEntry(Slots.SIZE, size);
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
        assertThat(slots(text)).containsEntry(Slots.REASON, reason);
    }

    @Test
    void aProductIsKnownByTheBeginningOfItsName() {
        SlotFinder.Found found = finder.in("how do I wash my granite peaks in moss brown");

        assertThat(found.mentions())
                .extracting(mention -> mention.product().orElseThrow())
                .containsExactly("granite-peak-boot");
        assertThat(values(found)).containsEntry(Slots.COLOUR, "moss brown");
    }

    @Test
    void anIdentifierIsNeverReadAsSomethingElse() {
        Map<String, String> slots = slots("OF-104233, LA22 9DF, Ada.Fell@example.org, 07700 900123");

        assertThat(slots)
                .containsOnly(
                        Map.entry(Slots.ORDER, "OF-104233"),
                        Map.entry(Slots.POSTCODE, "LA22 9DF"),
                        Map.entry(Slots.EMAIL, "ada.fell@example.org"),
                        Map.entry(Slots.PHONE, "07700900123"));
    }

    @Test
    void aNumberOfDaysIsNoSize() {
        assertThat(slots("does it arrive in 3 days")).doesNotContainKey(Slots.SIZE);
    }

    @Test
    void countriesAndBudgetsAreRead() {
        assertThat(slots("shipping to Scotland")).containsEntry(Slots.COUNTRY, "GB");
        assertThat(slots("tents under £200")).containsEntry(Slots.BUDGET, "200");
    }

    @ParameterizedTest
    @CsvSource({
        "'levis in 32/34 please', 32/34",
        "'W32 L34', 32/34",
        "'a 32x34', 32/34",
        "'I take a US 10', US 10",
        "'size us 9.5', US 9.5",
        "'eu 43', 43",
        "'the 12K ones in 12K', 12K"
    })
    void sizesOfOtherCountriesAndOfTrousersAreRead(String text, String size) {
        assertThat(slots(text)).containsEntry(Slots.SIZE, size);
    }

    @ParameterizedTest
    @CsvSource({
        "'I paid £149.99 for it', GBP 149.99",
        "'1,299.00 euros', EUR 1299.00",
        "'it was 20 quid', GBP 20.00",
        "'€ 15,50', EUR 15.50"
    })
    void moneyIsReadWithItsCurrency(String text, String money) {
        assertThat(slots(text)).containsEntry(Slots.MONEY, money);
    }

    @ParameterizedTest
    @CsvSource({
        "'I need two pairs of socks', 2",
        "'3 jackets please', 3",
        "'can you send 2x', 2",
        "'a couple of tents', 2",
        "'two of them are broken', 2"
    })
    void howManyIsRead(String text, String count) {
        assertThat(slots(text)).containsEntry(Slots.QUANTITY, count);
    }

    @ParameterizedTest
    @CsvSource({
        "'it was ordered on 24 November', --11-24, 2026-11-24",
        "'on the 3rd of may', --05-03, 2027-05-03",
        "'December 5th, 2026', 2026-12-05, 2026-12-05",
        "'since 12/11', --11-12, 2026-11-12",
        "'by 2026-12-01', 2026-12-01, 2026-12-01",
        "'I need it tomorrow', P1D, 2026-11-24",
        "'the day before yesterday', -P2D, 2026-11-21",
        "'it should have come last friday', friday-1, 2026-11-20",
        "'by friday', friday, 2026-11-27",
        "'next monday', monday+1, 2026-11-30",
        "'in 3 weeks', P3W, 2026-12-14",
        "'ordered two weeks ago', -P2W, 2026-11-09",
        "'a fortnight ago', -P2W, 2026-11-09",
        "'some day next week', week+1, 2026-11-30",
        "'at the weekend', weekend, 2026-11-28"
    })
    void daysAreReadAsSaidAndMeanADayOnAnyOther(String text, String value, LocalDate day) {
        assertThat(slots(text)).containsEntry(Slots.DATE, value);
        assertThat(SaidDates.on(value, LocalDate.of(2026, 11, 23))).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 may return it",
                "order 12345",
                "OF-104233",
                "the sun cream",
                "I sat down",
                "we march on",
                "a 32/34",
                "call 07700 900123",
                "version 1.2"
            })
    void whatIsNoDayIsReadAsNone(String text) {
        assertThat(slots(text)).doesNotContainKey(Slots.DATE);
    }

    @Test
    void severalOfAKindKeepTheirPlaces() {
        String text = "OF-104233 and #1001, not OF-118822";

        assertThat(finder.in(text).slots())
                .filteredOn(slot -> slot.name().equals(Slots.ORDER))
                .extracting(slot -> text.substring(slot.start(), slot.end()))
                .containsExactlyInAnyOrder("OF-104233", "#1001", "OF-118822");
    }

    @ParameterizedTest
    @CsvSource({
        "'my postcode is D02 X285', D02 X285",
        "'postcode 10115', 10115",
        "'zip code: 90210', 90210",
        "'it goes to la22 9df', LA22 9DF"
    })
    void foreignPostcodesAreReadWhenTheyAreSaidToBeSome(String text, String postcode) {
        assertThat(slots(text)).containsEntry(Slots.POSTCODE, postcode);
    }
}
