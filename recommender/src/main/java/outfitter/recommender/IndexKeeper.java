package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.Orders;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Disliked;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Segments;
import outfitter.recommender.training.GrowingIndex;
import outfitter.recommender.training.IndexFile;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.OrderLog;
import outfitter.recommender.training.Rehearsal;

/**
 * Keeps the index that is served: built from the tables off the event loop, growing with every order, made flat again
 * when much lies on top, built anew when the catalogue is another one. While it is being built the one before serves,
 * and orders placed meanwhile wait for both. Thread-safe.
 */
final class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    /** Orders may be committed in another order than they got their numbers: so many are looked at again. */
    private static final int OVERTAKEN = 5_000;

    private static final int COMPACT_AT = 2_000;
    /** So many times as long as it took to count, changes of the catalogue wait for the next count. */
    private static final int REST = 4;

    private final Vertx vertx;
    private final Orders orders;
    private final Supplier<Catalogue> catalogue;
    private final @Nullable Path file;
    private final Clock clock;
    private final Disliked disliked = new Disliked();
    private final Segments segments = new Segments();

    private volatile Served served;
    private volatile @Nullable Lesson lesson;
    private volatile Blend stepUp = Blends.untrained().stepUp();
    private @Nullable Future<Void> building;
    private List<Order> arrived = new ArrayList<>();
    private boolean compacting;
    private volatile Instant nextBuild = Instant.MIN;

    /** @param file where it is kept over a restart; null for nowhere */
    IndexKeeper(Vertx vertx, Orders orders, Supplier<Catalogue> catalogue, @Nullable Path file, Clock clock) {
        this.vertx = vertx;
        this.file = file;
        this.orders = orders;
        this.catalogue = catalogue;
        this.clock = clock;
        served = build(Catalogue.EMPTY, new OrderLog(Assortment.of(Catalogue.EMPTY)), clock.instant());
    }

    /** What answers questions now, with what it was made from. */
    private record Served(Catalogue catalogue, GrowingIndex growing, Ranker ranker) {}

    /** The ranker over all orders so far; a changed catalogue shows a moment later. */
    Ranker ranker() {
        if (served.catalogue() != catalogue.get() && isRested()) {
            rebuild().onFailure(failure -> LOG.warn("index not rebuilt", failure));
        }
        return served.ranker();
    }

    /** Takes up what was saved, with the orders since on top; where that cannot be, counts everything. */
    Future<Void> open() {
        Path saved = file;
        if (saved == null) return rebuild();
        Catalogue now = catalogue.get();
        return vertx.executeBlocking(() -> IndexFile.readIfThere(saved, Assortment.of(now)), false)
                .recover(failure -> {
                    if (!(failure instanceof IOException)) return Future.failedFuture(failure);
                    LOG.warn("index not loaded, built anew: {}", failure.getMessage());
                    return Future.succeededFuture(Optional.empty());
                })
                .compose(found -> found.isEmpty() ? rebuild() : topUp(now, found.get()));
    }

    private synchronized Future<Void> topUp(Catalogue now, IndexFile.Saved saved) {
        arrived = new ArrayList<>();
        OrderLog later = new OrderLog(saved.index().assortment());
        Instant began = clock.instant();
        building = orders.logAfter(saved.lastOrder() - OVERTAKEN, later::add)
                .compose(read -> orders.uncounted())
                .compose(gone -> vertx.executeBlocking(() -> toppedUp(now, saved, later, gone), false))
                .map(ready -> {
                    lesson = saved.lesson();
                    stepUp = saved.stepUp();
                    return serve(ready, began);
                })
                .onSuccess(served -> LOG.info("index loaded orders={} later={}", saved.orders(), later.orders()))
                .onComplete(done -> ended());
        return building;
    }

    private Served toppedUp(Catalogue now, IndexFile.Saved saved, OrderLog later, Set<Long> uncounted) {
        GrowingIndex growing = GrowingIndex.of(saved);
        growing.add(later, clock.instant());
        growing.takeOff(uncounted);
        if (growing.onTop() >= COMPACT_AT) growing.compact();
        return new Served(now, growing, ranker(growing.index()));
    }

    /** Saves all that is known now, for the next start. */
    Future<Void> save() {
        Path to = file;
        if (to == null) return Future.succeededFuture();
        GrowingIndex growing = served.growing();
        return vertx.executeBlocking(
                () -> {
                    IndexFile.write(to, growing.saved(lesson, stepUp));
                    return null;
                },
                false);
    }

    /** What agents said does not go together; learned from at once. */
    Disliked disliked() {
        return disliked;
    }

    /** All orders so far, to rank as it is ranked now without having seen some of them. */
    Future<Rehearsal> rehearsal(Instant landmark) {
        OrderLog log = new OrderLog(served.ranker().index().assortment());
        Blends blends = blends();
        Instant learnedAt = lesson().map(Lesson::at).orElse(null);
        return orders.log(log::add)
                .compose(read ->
                        vertx.executeBlocking(() -> new Rehearsal(log, blends, learnedAt, disliked, landmark), false));
    }

    /** What sorts of customers order; learned from at once. */
    Segments segments() {
        return segments;
    }

    /** How many orders are counted. */
    long orders() {
        return served.ranker().index().totals().get(Index.ORDERS);
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
                .map(built -> serve(built, began))
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

    /** Ranks by what was learned from now on, as far as it passed. */
    synchronized void use(Lesson learned) {
        learned.stepUp().ifPresent(passed -> stepUp = passed);
        if (learned.accepted()) lesson = learned;
        served = ranked(served);
    }

    /** How both lists are ranked now. */
    Blends blends() {
        Lesson known = lesson;
        return new Blends(known == null ? Ranker.untrained() : known.blend(), stepUp);
    }

    private Ranker ranker(Index index) {
        return new Ranker(index, blends(), disliked, segments);
    }

    /** The same ranked by what was learned. */
    private Served ranked(Served before) {
        Lesson known = lesson;
        GrowingIndex growing = before.growing();
        if (known != null) growing.learn(known.ridgeIn(growing.index().assortment()));
        return new Served(before.catalogue(), growing, ranker(growing.index()));
    }

    // A shop whose products change all day would otherwise do nothing but count.
    private boolean isRested() {
        return !clock.instant().isBefore(nextBuild);
    }

    /** Counts an order as it is now: one that was just placed, or cancelled, changed, sent back, or came late. */
    synchronized void orderPlaced(Order order) {
        if (building != null) arrived.add(order);
        count(order, served.growing());
        if (served.growing().onTop() >= COMPACT_AT && !compacting && building == null) compact();
    }

    private synchronized @Nullable Void serve(Served built, Instant began) {
        arrived.forEach(order -> count(order, built.growing()));
        served = ranked(built);
        Duration took = Duration.between(began, clock.instant());
        nextBuild = clock.instant().plus(took.multipliedBy(REST));
        LOG.info(
                "index served orders={} products={} millis={}",
                orders(),
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
        served = new Served(full.catalogue(), full.growing(), ranker(index));
    }

    private void count(Order order, GrowingIndex into) {
        Instant now = clock.instant();
        Instant at = order.placedAt().isAfter(now) ? now : order.placedAt();
        into.orderIs(order.id(), order.counted(), at);
    }

    private Served build(Catalogue catalogue, OrderLog log, Instant now) {
        GrowingIndex growing = GrowingIndex.of(log, now);
        return new Served(catalogue, growing, ranker(growing.index()));
    }
}
