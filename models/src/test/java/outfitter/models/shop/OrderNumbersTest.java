package outfitter.models.shop;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(OrderNumbers.find(text)).hasValue("OF-104233");
    }

    @Test
    void anotherLengthIsReadWithItsLetters() {
        assertThat(OrderNumbers.find("my order is of 89125")).hasValue("OF-89125");
        assertThat(OrderNumbers.find("OF-1234567")).hasValue("OF-1234567");
        assertThat(OrderNumbers.find("89125")).isEmpty();
        assertThat(OrderNumbers.find("of loo and oil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1001", "where is my order 1001?", "Order no. 1001 please", "order number 1001", "# 1001"})
    void anotherShopsNumberIsReadByItsHashOrTheWord(String text) {
        assertThat(OrderNumbers.find(text)).hasValue("#1001");
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
        assertThat(OrderNumbers.find(text)).isEmpty();
    }
}
