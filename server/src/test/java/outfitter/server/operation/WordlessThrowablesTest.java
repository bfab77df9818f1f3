package outfitter.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class WordlessThrowablesTest {
    @Test
    void aLoggedExceptionTellsWhereAndNotWhatWasSaid() {
        Exception failure = new IllegalStateException("no reader", new IllegalArgumentException("my card is 4111"));
        Logger logger = new LoggerContext().getLogger("test");

        String written =
                new WordlessThrowables().convert(new LoggingEvent("", logger, Level.ERROR, "broke", failure, null));

        assertThat(written)
                .contains("IllegalStateException: no reader")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("WordlessThrowablesTest.java")
                .doesNotContain("4111");
    }
}
