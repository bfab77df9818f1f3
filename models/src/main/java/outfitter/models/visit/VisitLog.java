package outfitter.models.visit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;

/**
 * The {@code visit} and {@code browsing} tables, written some seconds at a time: visits that ended, which are nobody's, and
 * what is under way, which goes with its customer when they are erased, and after {@link #REMEMBERED} in any case.
 */
public final class VisitLog {
    /** What somebody looked at longer ago than this is forgotten. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /** So many visits that ended are kept, */
    public static final int MOST = 200_000;
    /** for so long. */
    private static final Duration KEPT = Duration.ofDays(180);

    private static final int FETCHED_AT_ONCE = 1_000;

    // A product's handle has no line break: rows of arrays travel as text.
    private static final String END = """
            INSERT INTO visit (products, ended_at)
            SELECT string_to_array(products, E'\\n'), at FROM unnest($1::text[], $2::timestamptz[]) AS t (products, at)
            """;
    private static final String NOTE = """
            INSERT INTO browsing (who, customer, products, cart, last_at)
            SELECT who, customer, string_to_array(products, E'\\n'), string_to_array(cart, E'\\n'), at
            FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
              AS t (who, customer, products, cart, at)
            WHERE customer IS NULL OR EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer)
            ON CONFLICT (who) DO UPDATE SET customer = excluded.customer, products = excluded.products,
              cart = excluded.cart, last_at = excluded.last_at
            """;
    private static final String FORGET = "DELETE FROM browsing WHERE who = any ($1)";
    private static final String FORGET_OLD = "DELETE FROM browsing WHERE last_at < $1";
    private static final String FORGET_OLD_VISITS = """
            DELETE FROM visit WHERE ended_at < $1
              OR id < (SELECT min(id) FROM (SELECT id FROM visit ORDER BY id DESC LIMIT %d) newest)
            """.formatted(MOST);
    private static final String ENDED = """
            SELECT products FROM (SELECT id, products FROM visit ORDER BY id DESC LIMIT %d) newest ORDER BY id
            """.formatted(MOST);
    private static final String UNDER_WAY = "SELECT * FROM browsing WHERE last_at > $1 ORDER BY last_at";

    private final Pool db;

    public VisitLog(Pool db) {
        this.db = db;
    }

    /** A visit that ended: the products looked at, oldest first. */
    public record Ended(List<String> products, Instant at) {
        public Ended {
            products = List.copyOf(products);
        }
    }

    /** Writes what happened since the last time, all or nothing; customers erased meanwhile are passed over. */
    public Future<Void> write(List<Ended> ended, List<Browsing> changed, List<String> gone) {
        if (ended.isEmpty() && changed.isEmpty() && gone.isEmpty()) return Future.succeededFuture();
        return db.withTransaction(tx -> tx.preparedQuery(END)
                        .execute(Tuple.tuple()
                                .addArrayOfString(texts(ended, each -> lines(each.products())))
                                .addArrayOfOffsetDateTime(times(ended, Ended::at)))
                        .compose(done -> tx.preparedQuery(FORGET)
                                .execute(Tuple.tuple().addArrayOfString(gone.toArray(String[]::new))))
                        .compose(done -> tx.preparedQuery(NOTE)
                                .execute(Tuple.tuple()
                                        .addArrayOfString(texts(changed, Browsing::who))
                                        .addArrayOfLong(changed.stream()
                                                .map(each -> numberOf(each.customer()))
                                                .toArray(Long[]::new))
                                        .addArrayOfString(texts(changed, each -> lines(each.products())))
                                        .addArrayOfString(texts(changed, each -> lines(each.cart())))
                                        .addArrayOfOffsetDateTime(times(changed, Browsing::last)))))
                .mapEmpty();
    }

    /** Visits that ended, the oldest first, at most {@link #MOST}. */
    public Future<Void> ended(Consumer<List<String>> each) {
        return db.withTransaction(tx -> tx.prepare(ENDED).compose(query -> readAll(query, each)));
    }

    /** What was under way when the server stopped, the quietest first. */
    public Future<List<Browsing>> underWay(Instant now) {
        return db.preparedQuery(UNDER_WAY)
                .execute(Tuple.of(offset(now.minus(REMEMBERED))))
                .map(rows -> rows.stream().map(VisitLog::browsing).toList());
    }

    /** Deletes what is too old or too much. */
    public Future<Void> forgetOld(Instant now) {
        return db.preparedQuery(FORGET_OLD)
                .execute(Tuple.of(offset(now.minus(REMEMBERED))))
                .compose(done -> db.preparedQuery(FORGET_OLD_VISITS).execute(Tuple.of(offset(now.minus(KEPT)))))
                .mapEmpty();
    }

    private static Future<Void> readAll(PreparedStatement query, Consumer<List<String>> each) {
        RowStream<Row> rows = query.createStream(FETCHED_AT_ONCE, Tuple.tuple());
        Promise<Void> done = Promise.promise();
        rows.exceptionHandler(done::tryFail)
                .endHandler(end -> done.tryComplete())
                .handler(row -> each.accept(List.of(row.getArrayOfStrings("products"))));
        return done.future().eventually(rows::close);
    }

    private static Browsing browsing(Row row) {
        Long customer = row.getLong("customer");
        return new Browsing(
                row.getString("who"),
                customer == null ? null : new CustomerId(customer),
                List.of(row.getArrayOfStrings("products")),
                List.of(row.getArrayOfStrings("cart")),
                row.getOffsetDateTime("last_at").toInstant());
    }

    private static @Nullable Long numberOf(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }

    private static String lines(List<String> products) {
        return String.join("\n", products);
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> of, Function<T, Instant> time) {
        return of.stream().map(each -> offset(time.apply(each))).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
