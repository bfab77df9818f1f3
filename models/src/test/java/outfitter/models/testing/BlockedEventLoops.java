package outfitter.models.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.slf4j.LoggerFactory;

/**
 * Fails the suite when Vert.x warned that an event loop was blocked, in whichever test it happened.
 *
 * <p>Found by JUnit through {@link java.util.ServiceLoader}. The warning comes from a timer and may be seen when its test
 * has already ended, so it is the run as a whole that fails: the process ends with status 70 and the warnings on its
 * error stream, which the build takes for the failure it is.
 */
public final class BlockedEventLoops implements TestExecutionListener {
    private static final String CHECKER = "io.vertx.core.impl.BlockedThreadChecker";
    private static final int INTERNAL_ERROR = 70;

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        collect(CHECKER);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (warnings.isEmpty()) return;
        warnings.forEach(warning -> System.err.println("[ERROR] " + warning));
        System.err.println("[ERROR] The suite fails: an event loop was blocked " + warnings.size() + " times.");
        System.err.flush();
        Runtime.getRuntime().halt(INTERNAL_ERROR);
    }

    private void collect(String name) {
        Logger logger = (Logger) LoggerFactory.getLogger(name);
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String message = event.getFormattedMessage();
                if (message.contains("has been blocked")) warnings.add(message);
            }
        };
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
    }
}
