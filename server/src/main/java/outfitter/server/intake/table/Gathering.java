package outfitter.server.intake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import outfitter.models.intake.Fact;

/** Collects what the rows of one group tell; a row that does not fit is put aside with the reason. For one thread. */
final class Gathering {
    private final List<Tale> tales = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    /** What {@code reading} makes of a row; empty when it was put aside. */
    <T> Optional<T> row(Fields row, Function<Fields, T> reading) {
        try {
            return Optional.of(reading.apply(row));
        } catch (BadRow | IllegalArgumentException | ArithmeticException e) {
            reject(row, words(e));
            return Optional.empty();
        }
    }

    /** A fact that {@code rows} tell together, or all of them put aside. */
    void fact(List<Fields> rows, Supplier<Fact> reading) {
        if (rows.isEmpty()) return;
        try {
            tales.add(new Tale(reading.get(), rows.stream().map(Fields::row).toList()));
        } catch (BadRow | IllegalArgumentException | ArithmeticException e) {
            rows.forEach(row -> reject(row, words(e)));
        }
    }

    private static String words(RuntimeException e) {
        return e instanceof ArithmeticException ? "the amounts are too large" : String.valueOf(e.getMessage());
    }

    void reject(Fields row, String reason) {
        rejected.add(new Rejected(row.row(), reason));
    }

    Told told() {
        return new Told(tales, rejected);
    }
}
