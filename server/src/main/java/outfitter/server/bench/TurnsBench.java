package outfitter.server.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.bench.TurnsLoad.Kind;

/**
 * What a turn costs, from a customer's socket to the commit and back, beside the least that a durable chat can do. First
 * the bare limit, then all kinds of messages together, then those that need no understanding, then free text alone. Per
 * core is per second of processor time of server and PostgreSQL together; the clients are this process and not counted.
 */
final class TurnsBench {
    private static final Logger LOG = LoggerFactory.getLogger(TurnsBench.class);
    private static final int AT_ONCE = 100;
    private static final int WARM_STEP_SECONDS = 3;
    private static final int MOST_WARM_STEPS = 15;
    /** While the JVM spends more than this share on compiling, it is not what runs all day. */
    private static final double STILL_COMPILING = 0.15;

    private static final long PATIENCE_SECONDS = 60;

    /** Of 20 messages. */
    private static final int HELD = 12;

    private static final int PRESSING = 5;
    private static final int WRITING = 3;

    private final BenchShop shop;
    private final Vertx vertx;
    private final Line line;
    private final int seconds;
    private final int customers;

    private TurnsBench(BenchShop shop, Vertx vertx, Line line, int seconds, int customers) {
        this.shop = shop;
        this.vertx = vertx;
        this.line = line;
        this.seconds = seconds;
        this.customers = customers;
    }

    /**
     * What came out.
     *
     * @param limitPerCore bare grouped commits
     * @param turnsPerCore turns of held episodes and of presses
     * @param ratio of those two
     * @param understoodPerCore turns of free text
     * @param vectorLimitPerCore what understanding alone can do, without a turn around it
     * @param p50Millis of all kinds together, until acknowledged and seen on the customer's own stream
     * @param lost acknowledged, but not in the database where they were said to be
     * @param duplicated in the database more than once, or shown to the customer more than once
     * @param turnsPerSecond of all kinds together, with the clients on the same machine
     */
    record Figures(
            double limitPerCore,
            double turnsPerCore,
            double ratio,
            double understoodPerCore,
            double vectorLimitPerCore,
            double p50Millis,
            double p99Millis,
            long lost,
            long duplicated,
            double limitP50Millis,
            double limitP99Millis,
            double turnsPerSecond,
            double postgresShare,
            long acknowledged,
            long refused) {}

    static Figures run(int seconds, int customers) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try (BenchShop shop = BenchShop.open();
                Line line = new Line(vertx, vertx.getOrCreateContext(), 1)) {
            return new TurnsBench(shop, vertx, line, seconds, customers).measure();
        } finally {
            vertx.close().await(PATIENCE_SECONDS, SECONDS);
        }
    }

    private Figures measure() throws Exception {
        Limit limit = limit();
        LOG.info("customers arrive");
        List<DeskAgent> agents = line.await(() -> DeskAgent.arrive(line, shop.port(), frame -> {}));
        TurnsLoad load = new TurnsLoad(line, shop.port(), agents);
        arrive(load);
        warmUp(load);
        Stretch together = stretch("all kinds together", load, all(), seconds);
        double p50 = load.latencies().millis(50);
        double p99 = load.latencies().millis(99);
        Stretch routine = stretch("held and pressed", load, mix(HELD, PRESSING, 0), seconds);
        Stretch free = stretch("free text", load, mix(0, 0, 1), Math.max(1, seconds / 2));
        line.await(() -> talk(load, List.of(), 0));
        until(() -> load.onTheirWay() == 0);
        LOG.info("comparing with the database");
        Stored stored = Stored.of(shop.database(), load.acknowledged());
        double understood = UnderstandingLimit.perCore(vertx, shop.database());
        return new Figures(
                Math.round(limit.perCore()),
                Math.round(routine.perCore()),
                Math.round(routine.perCore() / limit.perCore() * 1_000) / 1_000.0,
                Math.round(free.perCore()),
                Math.round(understood),
                p50,
                p99,
                stored.lost() + load.onTheirWay(),
                stored.duplicated() + load.shownTwice(),
                limit.latencies().millis(50),
                limit.latencies().millis(99),
                Math.round(together.done() / together.took()),
                Math.round(routine.postgres() / routine.used() * 100) / 100.0,
                stored.acknowledged(),
                load.refused());
    }

    private record Limit(double perCore, Latencies latencies) {}

    private Limit limit() throws Exception {
        LOG.info("the bare limit seconds={}", seconds);
        BenchShop.Helper helper = shop.help(LimitServer.class);
        LimitLoad load = new LimitLoad(line, helper.port());
        line.await(() -> load.start(AT_ONCE));
        warmUp(helper.pid());
        line.await(() -> {
            load.latencies().clear();
            return Future.succeededFuture();
        });
        double before = CpuTime.of(helper.pid()) + shop.postgresSeconds();
        long done = load.done();
        pause(seconds);
        double used = CpuTime.of(helper.pid()) + shop.postgresSeconds() - before;
        double perCore = (load.done() - done) / used;
        line.await(() -> {
            load.stop();
            return Future.succeededFuture();
        });
        shop.dismiss();
        LOG.info(String.format(Locale.ROOT, "  %.0f a core", perCore));
        return new Limit(perCore, load.latencies());
    }

    // As warm as what is compared with it.
    private void warmUp(long pid) throws TimeoutException {
        double compiling = 1;
        for (int step = 0; step < MOST_WARM_STEPS && compiling > STILL_COMPILING; step++) {
            double before = CpuTime.compiling(pid);
            double usedBefore = CpuTime.of(pid);
            pause(WARM_STEP_SECONDS);
            compiling = (CpuTime.compiling(pid) - before) / Math.max(0.01, CpuTime.of(pid) - usedBefore);
        }
    }

    private void arrive(TurnsLoad load) throws TimeoutException {
        int all = HELD + PRESSING + WRITING;
        line.await(() -> load.arrive(Kind.HELD, Math.max(AT_ONCE, customers * HELD / all)));
        line.await(() -> load.arrive(Kind.PRESSING, Math.max(AT_ONCE / 2, customers * PRESSING / all)));
        line.await(() -> load.arrive(Kind.WRITING, Math.max(AT_ONCE, customers * WRITING / all)));
    }

    private void warmUp(TurnsLoad load) throws TimeoutException {
        double compiling = 1;
        for (int step = 0; step < MOST_WARM_STEPS && compiling > STILL_COMPILING; step++) {
            double before = shop.compilingSeconds();
            Stretch some = stretch("warming up", load, all(), WARM_STEP_SECONDS);
            compiling = (shop.compilingSeconds() - before) / Math.max(0.01, some.used() - some.postgres());
        }
        LOG.info(String.format(Locale.ROOT, "warm: the JVM spends %.2f on compiling", compiling));
    }

    private static List<Kind> all() {
        return mix(HELD, PRESSING, WRITING);
    }

    // Evenly, so that any stretch of it is the mix.
    private static List<Kind> mix(int held, int pressing, int writing) {
        List<Kind> kinds = new ArrayList<>();
        int all = held + pressing + writing;
        for (int i = 0; i < all; i++) {
            if (kinds.stream().filter(kind -> kind == Kind.PRESSING).count() * all < (long) pressing * i) {
                kinds.add(Kind.PRESSING);
            } else if (kinds.stream().filter(kind -> kind == Kind.WRITING).count() * all < (long) writing * i) {
                kinds.add(Kind.WRITING);
            } else {
                kinds.add(held > 0 ? Kind.HELD : Kind.WRITING);
            }
        }
        return kinds;
    }

    /**
     * A stretch of the load.
     *
     * @param used processor seconds of server and PostgreSQL
     * @param postgres those of PostgreSQL
     */
    private record Stretch(long done, double took, double used, double postgres) {
        double perCore() {
            return done / used;
        }
    }

    private Stretch stretch(String name, TurnsLoad load, List<Kind> mix, int length) throws TimeoutException {
        line.await(() -> talk(load, mix, AT_ONCE));
        pause(1);
        long done = line.await(() -> {
            load.latencies().clear();
            return Future.succeededFuture(sum(load.done()));
        });
        double server = shop.serverSeconds();
        double postgres = shop.postgresSeconds();
        long began = System.nanoTime();
        pause(length);
        long doneThen = line.await(() -> Future.succeededFuture(sum(load.done())));
        double postgresUsed = shop.postgresSeconds() - postgres;
        Stretch stretch = new Stretch(
                doneThen - done,
                (System.nanoTime() - began) / 1e9,
                shop.serverSeconds() - server + postgresUsed,
                postgresUsed);
        LOG.info(String.format(
                Locale.ROOT,
                "%s: %.0f a second, %.0f a core, PostgreSQL's share %.2f",
                name,
                stretch.done() / stretch.took(),
                stretch.perCore(),
                stretch.postgres() / stretch.used()));
        return stretch;
    }

    private static Future<Void> talk(TurnsLoad load, List<Kind> mix, int atOnce) {
        load.talk(mix, atOnce);
        return Future.succeededFuture();
    }

    private static long sum(Map<Kind, Long> done) {
        return Stream.of(Kind.values())
                .mapToLong(kind -> done.getOrDefault(kind, 0L))
                .sum();
    }

    private void pause(int length) throws TimeoutException {
        line.await(() -> vertx.timer(length, SECONDS));
    }

    private void until(BooleanSupplier condition) throws TimeoutException {
        long deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (!line.await(() -> Future.succeededFuture(condition.getAsBoolean())) && System.nanoTime() < deadline) {
            line.await(() -> vertx.timer(50, MILLISECONDS));
        }
    }
}
