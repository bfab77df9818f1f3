package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Writes what the outside tells into the shop's tables. A batch is one transaction, all or nothing, and a few statements
 * over arrays however many facts it has; one fact is a batch, too. Facts may be given in any order, twice, and by several
 * servers at once: those about the same thing wait for each other. After the commit {@link FactNews} is notified.
 * Thread-safe.
 */
public final class Intake {
    private static final String NOTIFY = "SELECT pg_notify('" + FactNews.CHANNEL + "', $1)::text";
    /** A deadlock with somebody else's statement, and what a standby or a stricter isolation may say. */
    private static final Set<String> REPEATABLE = Set.of("40P01", "40001");

    private static final int TRIES = 5;

    private final Pool db;
    private final Clock clock;

    public Intake(Pool db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Takes {@code facts}; what is about an order or a sku that is not known yet waits for it. */
    public Future<Taken> take(List<? extends Fact> facts) {
        return take(facts, Unmatched.WAIT);
    }

    /** Takes {@code facts}. Fails only when the database does, and then nothing was taken. */
    public Future<Taken> take(List<? extends Fact> facts, Unmatched unmatched) {
        return facts.isEmpty()
                ? Future.succeededFuture(new Taken(List.of()))
                : attempt(List.copyOf(facts), unmatched, 1);
    }

    private Future<Taken> attempt(List<Fact> facts, Unmatched unmatched, int attempt) {
        return db.withTransaction(tx ->
                        write(new Batch(tx, clock.instant().truncatedTo(ChronoUnit.MICROS), unmatched, facts), facts))
                .recover(failure -> attempt < TRIES && isRepeatable(failure)
                        ? attempt(facts, unmatched, attempt + 1)
                        : Future.failedFuture(failure));
    }

    // Products before orders, orders before what is about them: each finds what the batch itself has brought.
    private static Future<Taken> write(Batch batch, List<Fact> facts) {
        Waiting waiting = new Waiting(batch);
        VariantWriter variants = new VariantWriter(batch);
        ProductWriter products = new ProductWriter(batch, variants);
        UntoldWriter untold = new UntoldWriter(batch, variants);
        CustomerWriter customers = new CustomerWriter(batch);
        OrderWriter orders = new OrderWriter(batch, untold, customers);
        StockWriter stock = new StockWriter(batch, waiting);
        CartWriter carts = new CartWriter(batch, untold, customers);
        ParcelWriter parcels = new ParcelWriter(batch, waiting);
        ReturnWriter returns = new ReturnWriter(batch, waiting);
        return Locks.take(batch, facts)
                .compose(locked -> products.write(batch.of(ProductFact.class, ProductFact::id)))
                .compose(done -> products.end(batch.of(ProductGone.class, ProductGone::id)))
                .compose(done -> customers.write(batch.of(CustomerFact.class, CustomerFact::key)))
                .compose(done -> orders.write(batch.of(OrderFact.class, OrderFact::number)))
                .compose(done -> carts.write(batch.of(CartFact.class, CartFact::reference)))
                .compose(done -> waiting.release(variants.freshSkus(), orders.fresh()))
                .compose(released -> {
                    batch.add(released);
                    return stock.write(batch.of(StockFact.class, StockFact::subject));
                })
                .compose(done -> parcels.write(batch.of(ShipmentFact.class, ParcelWriter::key)))
                .compose(done -> returns.write(batch.of(ReturnFact.class, ReturnWriter::key)))
                .compose(done -> orders.settle(parcels.orders()))
                .compose(done -> tell(batch))
                .map(told -> batch.taken());
    }

    private static Future<?> tell(Batch batch) {
        if (batch.changes().isNothing()) return Future.succeededFuture();
        return batch.run(NOTIFY, Tuple.of(batch.changes().news().payload()));
    }

    private static boolean isRepeatable(Throwable failure) {
        return failure instanceof PgException pg && REPEATABLE.contains(pg.getSqlState());
    }
}
