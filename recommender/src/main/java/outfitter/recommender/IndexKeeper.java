package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderLine;
import outfitter.models.shop.Orders;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.training.GrowingIndex;
import outfitter.recommender.training.IndexBuilder;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.Lessons;
import outfitter.recommender.training.OrderLog;

/**
 * Keeps the index that is served: built from the tables off the event loop, growing with every order, made flat again
 * when much lies on top, built anew when the catalogue is another one. While it is being built the one before serves,
 * and orders placed meanwhile wait for both. Thread-safe.
 */
final class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int COMPACT_AT = 2_000;
    /** So many times as long as it took to count, changes of the catalogue wait for the next count. */
    private static final int REST = 4;

    private final Vertx vertx;
    private final Orders orders;
    private final Supplier<Catalogue> catalogue;
    private final Clock clock;

    private volatile Served served;
    private volatile @Nullable Lesson lesson;
    private volatile @Nullable Lesson last;
    private @Nullable Future<Void> building;
    private @Nullable Future<Lesson> learning;
    private List<Order> arrived = new ArrayList<>();
    private boolean compacting;
    private volatile Instant nextBuild = Instant.MIN;

    IndexKeeper(Vertx vertx, Orders orders, Supplier<Catalogue> catalogue, Clock clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.catalogue = catalogue;
        this.clock = clock;
        served = build(Catalogue.EMPTY, new OrderLog(Assortment.of(Catalogue.EMPTY)), clock.instant());
    }

    /** What answers questions now, with what it was made from. */
    private record Served(Catalogue catalogue, GrowingIndex growing, Ranker ranker) {
        /** The same by what was learned. */
        Served by(Lesson lesson) {
            growing.learn(lesson.ridgeIn(growing.index().assortment()));
            return new Served(catalogue, growing, new Ranker(growing.index(), lesson.blend()));
        }
    }

    /** The ranker over all orders so far; a changed catalogue shows a moment later. */
    Ranker ranker() {
        if (served.catalogue() != catalogue.get() && isRested()) {
            rebuild().onFailure(failure -> LOG.warn("index not rebuilt", failure));
        }
        return served.ranker();
    }

    /** Reads the tables and counts; joins a build that is under way. */
    synchronized Future<Void> rebuild() {
        if (building != null) return building;
        arrived = new ArrayList<>();
        Catalogue now = catalogue.get();
        OrderLog log = new OrderLog(Assortment.of(now));
        Instant began = clock.instant();
        building = orders.log(log::add)
                .compose(read -> vertx.executeBlocking(() -> build(now, log, clock.instant()), false))
                .map(built -> serve(built, log, began))
                .onComplete(done -> ended());
        return building;
    }

    /** As {@link #rebuild}, but not content with one that began before: it may have read the tables too early. */
    synchronized Future<Void> rebuildAnew() {
        return building == null ? rebuild() : building.transform(before -> rebuild());
    }

    /** What serves was learned by this; empty while it is the untrained order. */
    Optional<Lesson> lesson() {
        return Optional.ofNullable(lesson);
    }

    /** What was learned last, be it used or not. */
    Optional<Lesson> lastLesson() {
        return Optional.ofNullable(last);
    }

    /**
     * Learns anew from the order log, and ranks by it from then on if it passes; joins a lesson that is under way. One
     * that does not pass changes nothing.
     */
    synchronized Future<Lesson> learn() {
        if (learning != null) return learning;
        OrderLog log = new OrderLog(Assortment.of(catalogue.get()));
        Instant began = clock.instant();
        learning = orders.log(log::add)
                .compose(read -> vertx.executeBlocking(() -> onOneProcessor(() -> Lessons.learn(log, began)), false))
                .onSuccess(this::use)
                .onComplete(done -> forgetLesson());
        return learning;
    }

    // Parallel loops inside share the pool that they were begun in: a lesson must leave room for customers.
    private static <T> T onOneProcessor(Callable<T> work) throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            return one.submit(work).get();
        } finally {
            one.shutdown();
        }
    }

    private synchronized void use(Lesson learned) {
        last = learned;
        LOG.info(
                "ranking learned source={} choices={} millis={} {}",
                learned.source(),
                learned.choices(),
                Duration.between(learned.at(), clock.instant()).toMillis(),
                learned.verdict());
        if (!learned.accepted()) return;
        lesson = learned;
        served = served.by(learned);
    }

    private synchronized void forgetLesson() {
        learning = null;
    }

    // A shop whose products change all day would otherwise do nothing but count.
    private boolean isRested() {
        return !clock.instant().isBefore(nextBuild);
    }

    /** Counts an order that was just placed. */
    synchronized void orderPlaced(Order order) {
        if (building != null) arrived.add(order);
        count(order, served.growing());
        if (served.growing().onTop() >= COMPACT_AT && !compacting && building == null) compact();
    }

    private synchronized @Nullable Void serve(Served built, OrderLog log, Instant began) {
        arrived.stream().filter(order -> !log.has(order.id())).forEach(order -> count(order, built.growing()));
        Lesson known = lesson;
        served = known == null ? built : built.by(known);
        Duration took = Duration.between(began, clock.instant());
        nextBuild = clock.instant().plus(took.multipliedBy(REST));
        LOG.info(
                "index built orders={} products={} millis={}",
                log.orders(),
                built.ranker().index().assortment().size(),
                took.toMillis());
        return null;
    }

    private synchronized void ended() {
        building = null;
        arrived = new ArrayList<>();
    }

    private void compact() {
        compacting = true;
        Served full = served;
        vertx.executeBlocking(
                        () -> {
                            full.growing().compact();
                            return full.growing().index();
                        },
                        false)
                .onSuccess(index -> replace(full, index))
                .onFailure(failure -> LOG.error("index not compacted", failure));
    }

    private synchronized void replace(Served full, Index index) {
        compacting = false;
        if (served.growing() != full.growing()) return;
        Lesson known = lesson;
        Ranker ranker = known == null ? new Ranker(index) : new Ranker(index, known.blend());
        served = new Served(full.catalogue(), full.growing(), ranker);
    }

    private void count(Order order, GrowingIndex into) {
        Instant now = clock.instant();
        Instant at = order.placedAt().isAfter(now) ? now : order.placedAt();
        into.orderPlaced(order.lines().stream().map(OrderLine::product).toList(), at);
    }

    private static Served build(Catalogue catalogue, OrderLog log, Instant now) {
        GrowingIndex growing = new GrowingIndex(IndexBuilder.build(log, now));
        return new Served(catalogue, growing, new Ranker(growing.index()));
    }
}
