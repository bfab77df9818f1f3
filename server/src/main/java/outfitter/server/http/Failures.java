package outfitter.server.http;

import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Failures as a log may show them: what broke and where, without what was being said at the time. The message of an
 * exception often quotes the value it choked on, and that value may be a customer's.
 */
public final class Failures {
    private static final int FRAMES = 12;

    private Failures() {}

    /** {@code failure} and its causes, by class and place; one line each. */
    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (@Nullable Throwable each = failure; each != null && depth < 5; each = each.getCause(), depth++) {
            text.append(depth == 0 ? "" : "\n  caused by ").append(name(each)).append(frames(each));
        }
        return text.toString();
    }

    private static String name(Throwable failure) {
        String type = failure.getClass().getName();
        if (failure instanceof PgException pg)
            return type + " sqlstate=" + pg.getSqlState() + " constraint=" + pg.getConstraint();
        return quotesNothing(failure) ? type + ": " + failure.getMessage() : type;
    }

    /** Those whose messages are written by us or by the machine, and name no value. */
    private static boolean quotesNothing(Throwable failure) {
        return failure instanceof IllegalStateException
                || failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof UnsupportedOperationException;
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
