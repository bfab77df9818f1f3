package outfitter.models.rows;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays, one for each column, that one statement over {@code unnest} takes. For one thread. */
public final class Columns<T> {
    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    public Columns<T> text(Function<T, @Nullable String> column) {
        tuple.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> number(ToLongFunction<T> column) {
        tuple.addArrayOfLong(rows.stream().map(column::applyAsLong).toArray(Long[]::new));
        return this;
    }

    /** A number that may be SQL's null. */
    public Columns<T> numberOrNull(Function<T, @Nullable Long> column) {
        tuple.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    /** A count that may be SQL's null. */
    public Columns<T> countOrNull(Function<T, @Nullable Integer> column) {
        tuple.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> uuid(Function<T, @Nullable UUID> column) {
        tuple.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> count(ToIntFunction<T> column) {
        tuple.addArrayOfInteger(rows.stream().map(column::applyAsInt).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> flag(Function<T, Boolean> column) {
        tuple.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> instant(Function<T, @Nullable Instant> column) {
        tuple.addArrayOfOffsetDateTime(
                rows.stream().map(row -> utc(column.apply(row))).toArray(OffsetDateTime[]::new));
        return this;
    }

    public Columns<T> day(Function<T, @Nullable LocalDate> column) {
        tuple.addArrayOfLocalDate(rows.stream().map(column).toArray(LocalDate[]::new));
        return this;
    }

    /** The arrays, in the order they were asked for. */
    public Tuple tuple() {
        return tuple;
    }

    @SuppressWarnings("NullAway") // an array's element may be SQL's null
    private static OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
