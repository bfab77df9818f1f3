package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OF-104233",
                "of-104233",
                "where is OF104233?",
                "my order #104233 please",
                "of 104233",
                "OF-1O4233",
                "0F-l04233.",
                "number: 104233"
            })
    void anOrderNumberIsReadHoweverItIsTyped(String text) {
        assertThat(first(text)).hasValue("OF-104233");
    }

    @Test
    void anotherLengthIsReadWithItsLetters() {
        assertThat(first("my order is of 89125")).hasValue("OF-89125");
        assertThat(first("OF-1234567")).hasValue("OF-1234567");
        assertThat(first("89125")).isEmpty();
        assertThat(first("of loo and oil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "where is my order 1001?", "Order no. 1001 please", "order number 1001", "# 1001"})
    void anotherShopsNumberIsReadByItsHashOrTheWord(String text) {
        assertThat(first(text)).hasValue("#1001");
    }

    @Test
    void theSameDigitsAreSoughtHoweverTheyArePrinted() {
        assertThat(OrderNumbers.spellings("#1001")).containsExactly("#1001", "OF-1001", "1001");
        assertThat(OrderNumbers.spellings("OF-104233")).containsExactly("OF-104233", "#104233", "104233");
        assertThat(OrderNumbers.spellings("EU1001-X")).containsExactly("EU1001-X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number here", "1042339", "call 01172496000", "OILOIL", "size 42", "RT-20114"})
    void otherTextIsNoOrderNumber(String text) {
        assertThat(first(text)).isEmpty();
    }

    @Test
    void aShopMayPrintItsNumbersAsItLikes() {
        OrderNumbers numbers = OrderNumbers.printed(List.of("@@####-##", "INV 2026/####"));

        assertThat(numbers.in("it's eu1O01-22, or inv2026 0042 perhaps"))
                .extracting(OrderNumbers.Typed::number)
                .containsExactly("EU1001-22", "INV 2026/0042");
    }

    @Test
    void everyNumberIsFoundWhereItStands() {
        String text = "OF-104233 and #1001";

        assertThat(OrderNumbers.STANDARD.in(text))
                .extracting(typed -> text.substring(typed.start(), typed.end()))
                .containsExactly("OF-104233", "#1001");
    }

    @Test
    void aFormWithoutDigitsIsRefused() {
        assertThatThrownBy(() -> OrderNumbers.printed(List.of("ORDER-@@"))).hasMessageContaining("three digits");
    }

    private static Optional<String> first(String text) {
        return OrderNumbers.STANDARD.in(text).stream()
                .map(OrderNumbers.Typed::number)
                .findFirst();
    }
}
