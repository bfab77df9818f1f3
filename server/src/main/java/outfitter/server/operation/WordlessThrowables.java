package outfitter.server.operation;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import outfitter.server.http.Failures;

/**
 * Writes a logged exception by class and place. Libraries log exceptions as they come, and a message may quote what a
 * customer wrote; {@code logback.xml} puts this in place of the usual stack trace.
 */
public final class WordlessThrowables extends ThrowableHandlingConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? "  " + Failures.describe(proxy.getThrowable()) + System.lineSeparator()
                : "";
    }
}
