package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells who wrote a text never gets into what is kept to learn from. */
class MaskingProperties {
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\p{Nd}{4}");
    private static final Pattern ADDRESS = Pattern.compile("\\S@|@\\S");

    @Property(tries = 1_000)
    void noFourDigitsInARowAndNoAddressSurvive(@ForAll("texts") String text) {
        String masked = Masking.masked(text, List.of("Maya Lindqvist"));

        assertThat(FOUR_DIGITS.matcher(masked).find()).as(masked).isFalse();
        assertThat(ADDRESS.matcher(masked).find()).as(masked).isFalse();
        assertThat(masked).doesNotContain("Lindqvist").hasSizeLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "write to jo.doe@example.co.uk please|write to _mail_ please",
                "jo (at) example (dot) com|_mail_",
                "call me on 07700 900123|call me on _phone_",
                "my order OF-104233 is late|my order _order_ is late",
                "I live at LA22 9DF|I live at _postcode_",
                "card 4111 1111 1111 1111 was charged|card _card_ was charged",
                "see https://shop.example/track?id=AB12|see _link_",
                "reference XK20931B|reference _number_",
                "my name is maya Lindqvist and I wait|my name is _name_ and I wait",
                "Hi, I'm Maya. Where is my parcel?|Hi, I'm _name_ . Where is my parcel?",
                "I'm looking for boots in 43|I'm looking for boots in 43",
                "Where is it? Thanks, Maya L.|Where is it? Thanks, _name_",
                "this is Mrs Brown|this is Mrs _name_",
                "leave it at 12 Old Mill Lane please|leave it at _address_ please",
                "size 42 or 43, under 150|size 42 or 43, under 150",
            })
    void whatToldWhoWroteItIsAMark(String text, String masked) {
        assertThat(Masking.masked(text, List.of())).isEqualTo(masked);
    }

    @Test
    void aNameThatIsKnownIsMaskedWhereverItStands() {
        assertThat(Masking.masked(
                        "LINDQVIST here, has maya lindqvist's parcel left? Will it? Maya", List.of("Maya Lindqvist")))
                .isEqualTo("_name_ here, has _name_ 's parcel left? Will it? _name_");
    }

    @Test
    void aSignatureOnTheLastLineIsMasked() {
        assertThat(Masking.masked("my boots leak\n\nMaya Lindqvist", List.of())).isEqualTo("my boots leak\n_name_");
    }

    @Test
    void whatHasNoWordsLeftTeachesNothing() {
        assertThat(Masking.saysSomething(Masking.masked("OF-104233, jo@example.com 😀", List.of())))
                .isFalse();
        assertThat(Masking.saysSomething(Masking.masked("OF-104233 broke", List.of())))
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "07700 900123",
                "jo@example.com",
                "jo @ example . com",
                "@handle",
                "a@b",
                "@",
                "OF-104233",
                "LA22 9DF",
                "4111111111111111",
                "1 2 3 4 5 6 7",
                "12-34-56-78",
                "٠١٢٣٤٥",
                "GB29 NWBK 6016 1331 9268 19",
                "Maya Lindqvist",
                "my name is",
                "Lindqvist",
                "12\u200b34",
                "2026",
                "43",
                "boots",
                "\n",
                "😀",
                "https://x.y/1234?a=b@c",
                ",",
                "I'm",
                "Regards",
                "150€");
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789 -@.ab").ofMaxLength(40);
        return Arbitraries.oneOf(pieces, pieces, anything, digits)
                .list()
                .ofMaxSize(12)
                .map(all -> String.join(" ", all));
    }
}
