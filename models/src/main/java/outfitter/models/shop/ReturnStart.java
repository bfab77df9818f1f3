package outfitter.models.shop;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of starting a return. */
public sealed interface ReturnStart {
    <T> T match(Function<Started, T> onStarted, Function<Already, T> onAlready, Supplier<T> onImpossible);

    /** It was started now, by this call and no other. */
    record Started(Return started) implements ReturnStart {
        @Override
        public <T> T match(Function<Started, T> onStarted, Function<Already, T> onAlready, Supplier<T> onImpossible) {
            return onStarted.apply(this);
        }
    }

    /** It had been started before; this call changed nothing. */
    record Already(Return earlier) implements ReturnStart {
        @Override
        public <T> T match(Function<Started, T> onStarted, Function<Already, T> onAlready, Supplier<T> onImpossible) {
            return onAlready.apply(this);
        }
    }

    /** There is no such line, or fewer pieces in it. */
    record Impossible() implements ReturnStart {
        @Override
        public <T> T match(Function<Started, T> onStarted, Function<Already, T> onAlready, Supplier<T> onImpossible) {
            return onImpossible.get();
        }
    }
}
