package outfitter.models.shop;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of checking out. */
public sealed interface Checkout {
    <T> T match(Function<Placed, T> onPlaced, Function<SoldOut, T> onSoldOut, Supplier<T> onEmpty);

    /** The order is placed, its pieces are taken from stock and the cart is closed. */
    record Placed(Order order) implements Checkout {
        @Override
        public <T> T match(Function<Placed, T> onPlaced, Function<SoldOut, T> onSoldOut, Supplier<T> onEmpty) {
            return onPlaced.apply(this);
        }
    }

    /** Too few pieces are left of these; nothing was changed. */
    record SoldOut(List<Stock> left) implements Checkout {
        public SoldOut {
            left = List.copyOf(left);
        }

        @Override
        public <T> T match(Function<Placed, T> onPlaced, Function<SoldOut, T> onSoldOut, Supplier<T> onEmpty) {
            return onSoldOut.apply(this);
        }
    }

    /** There is nothing in the cart. */
    record Empty() implements Checkout {
        @Override
        public <T> T match(Function<Placed, T> onPlaced, Function<SoldOut, T> onSoldOut, Supplier<T> onEmpty) {
            return onEmpty.get();
        }
    }
}
