package outfitter.models.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty database with the demo shop. Safe to call at every start and from several servers at once. */
public final class DemoShop {
    private static final Logger LOG = LoggerFactory.getLogger(DemoShop.class);
    static final long SEED = 20_260_314;
    /** Any number that nobody else locks on. */
    private static final long LOCK = 7_403_118_225L;

    private static final String TABLES =
            "category, product, variant, stock, customer, \"order\", order_line, shipment, "
                    + "return, cart, cart_line, review, article";

    private final Vertx vertx;
    private final Pool db;
    private final Clock clock;

    public DemoShop(Vertx vertx, Pool db, Clock clock) {
        this.vertx = vertx;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Opens the demo shop unless anything is sold already. All its dates count from now. It is there whole or not at all.
     *
     * @return whether it was opened by this call
     */
    public Future<Boolean> openIfEmpty() {
        return isEmpty(db).compose(empty -> empty ? prepare().compose(this::open) : Future.succeededFuture(false));
    }

    /** Everything to be written; {@code begun} is a reading of the system's stopwatch. */
    private record Stage(Goods goods, List<StoreRoom.Lot> lots, Past past, Instant now, long begun) {}

    private Future<Stage> prepare() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long begun = System.nanoTime();
        return vertx.executeBlocking(() -> {
            Goods goods = Goods.read();
            StoreRoom room = new StoreRoom(new Dice(SEED), LocalDate.ofInstant(now, Parcels.HOME));
            return new Stage(goods, room.fill(goods), Pasts.make(goods, now, SEED), now, begun);
        });
    }

    private Future<Boolean> open(Stage stage) {
        return db.withTransaction(tx -> lock(tx).compose(locked -> isEmpty(tx))
                        .compose(empty -> empty ? write(tx, stage).map(true) : Future.succeededFuture(false)))
                .compose(opened -> opened ? analyze().map(true) : Future.succeededFuture(false))
                .onSuccess(opened -> log(stage, opened));
    }

    private static Future<Void> write(SqlConnection tx, Stage stage) {
        return new ShelfWriter(tx, stage.now())
                .write(stage.goods(), stage.lots())
                .compose(done -> new PastWriter(tx, stage.past()).write());
    }

    private static Future<Void> lock(SqlConnection tx) {
        return tx.query("SELECT pg_advisory_xact_lock(" + LOCK + ")").execute().mapEmpty();
    }

    private static Future<Boolean> isEmpty(SqlClient client) {
        return client.query("SELECT NOT EXISTS (SELECT FROM product) AS empty")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("empty"));
    }

    private Future<Void> analyze() {
        return db.query("ANALYZE " + TABLES).execute().mapEmpty();
    }

    private void log(Stage stage, boolean opened) {
        if (!opened) return;
        LOG.info(
                "demo shop opened products={} customers={} orders={} millis={}",
                stage.goods().all().size(),
                stage.past().customers().size(),
                stage.past().orders().size(),
                Duration.ofNanos(System.nanoTime() - stage.begun()).toMillis());
    }
}
