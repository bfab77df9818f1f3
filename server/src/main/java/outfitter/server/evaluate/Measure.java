package outfitter.server.evaluate;

import java.io.IOException;
import java.util.function.Consumer;
import outfitter.recommender.evaluation.BadInput;
import outfitter.server.StartFailure;

/** Runs a measure: how far it is goes to standard error, input that cannot be measured becomes one clear line. */
final class Measure {
    private Measure() {}

    @FunctionalInterface
    interface Work<T> {
        T with(Consumer<String> news) throws IOException;
    }

    static <T> T run(Work<T> work) {
        try {
            return work.with(System.err::println);
        } catch (BadInput bad) {
            throw new StartFailure(String.valueOf(bad.getMessage()), bad);
        } catch (IOException unreadable) {
            throw new StartFailure("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
