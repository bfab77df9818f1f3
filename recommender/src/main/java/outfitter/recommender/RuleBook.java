package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.CuratedSet;
import outfitter.models.merchandising.CuratedSets;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.PublishedRules;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.RuleSets;
import outfitter.models.rows.FreshReads;

/**
 * The rules in force and the sets that they name, in memory, and the acts that change them. Whoever publishes sees the
 * effect in their own next answer; other nodes hear of it by the event bus; what takes effect at a time, a publication or a
 * rule with dates, does so by a timer; and every node tells its listeners. Thread-safe.
 */
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
    private static final String CHANGED = "outfitter.rules.changed";
    /** Sooner than the next known time, in case a clock or a message was lost. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Vertx vertx;
    private final RuleSets sets;
    private final CuratedSets curated;
    private final Clock clock;
    private final FreshReads<@Nullable Void> reads = new FreshReads<>(this::readAnew);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final MessageConsumer<Object> news;
    private final AtomicLong timer = new AtomicLong(-1);
    private volatile InForce inForce = new InForce(RuleSet.EMPTY, Set.of(), Map.of());

    RuleBook(Vertx vertx, Pool db, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        sets = new RuleSets(db);
        curated = new CuratedSets(db);
        news = vertx.eventBus().consumer(CHANGED, changed -> followNews());
    }

    /** @param on the ids of the rules that are within their dates */
    private record InForce(RuleSet rules, Set<String> on, Map<String, List<String>> sets) {}

    /** The rules in force. */
    public RuleSet live() {
        return inForce.rules();
    }

    /** The sets curated by hand, products by the set's id. */
    public Map<String, List<String>> sets() {
        return inForce.sets();
    }

    /** Reads the rules that are in force at this call or later. */
    public Future<@Nullable Void> reload() {
        return reads.read();
    }

    private Future<@Nullable Void> readAnew() {
        Instant now = clock.instant();
        Future<RuleSet> live = sets.live(now);
        Future<List<CuratedSet>> named = curated.all();
        Future<List<PublishedRules>> scheduled = sets.scheduled(now);
        return Future.all(live, named, scheduled).map(all -> {
            putInForce(live.result(), named.result(), now);
            waitFor(live.result(), scheduled.result(), now);
            return null;
        });
    }

    /** Runs {@code listener} after every change of the rules in force, on whatever thread brought it. */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends a listener's calls. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    public Future<DraftRules> draft() {
        return sets.draft(clock.instant());
    }

    /** {@link RuleSets#save} now. */
    public Future<Optional<DraftRules>> save(RuleSet rules, long version, long account) {
        return sets.save(rules, version, account, clock.instant());
    }

    /** {@link RuleSets#publish} now, in force when the Future completes, or from {@code at} on if that is given. */
    public Future<Optional<PublishedRules>> publish(long version, String note, long account, @Nullable Instant at) {
        Instant now = clock.instant();
        return sets.publish(version, note, account, now, at == null || at.isBefore(now) ? now : at)
                .compose(this::announce);
    }

    /** {@link RuleSets#undo} now, in force when the Future completes. */
    public Future<Optional<PublishedRules>> undo(long account) {
        return sets.undo(account, clock.instant()).compose(this::announce);
    }

    /** {@link RuleSets#restore} now, in force when the Future completes. */
    public Future<Optional<PublishedRules>> restore(long id, String note, long account) {
        return sets.restore(id, note, account, clock.instant()).compose(this::announce);
    }

    /** {@link RuleSets#cancel} now. */
    public Future<Optional<PublishedRules>> cancel(long id) {
        return sets.cancel(id, clock.instant()).compose(this::announce);
    }

    /** {@link RuleSets#history}. */
    public Future<List<PublishedRules>> history(int limit) {
        return sets.history(limit);
    }

    /** {@link RuleSets#publication}. */
    public Future<Optional<PublishedRules>> publication(long id) {
        return sets.publication(id);
    }

    /** {@link RuleSets#scheduled} now. */
    public Future<List<PublishedRules>> scheduled() {
        return sets.scheduled(clock.instant());
    }

    /** {@link CuratedSets#all}. */
    public Future<List<CuratedSet>> curated() {
        return curated.all();
    }

    /** {@link CuratedSets#begin}, in force when the Future completes. */
    public Future<Optional<CuratedSet>> begin(String id, String name, List<String> products, long account) {
        return curated.begin(id, name, products, account, clock.instant()).compose(this::announce);
    }

    /** {@link CuratedSets#change}, in force when the Future completes. */
    public Future<Optional<CuratedSet>> change(
            String id, String name, List<String> products, long version, long account) {
        return curated.change(id, name, products, version, account, clock.instant())
                .compose(this::announce);
    }

    /** {@link CuratedSets#drop}. */
    public Future<Optional<CuratedSet>> drop(String id) {
        return curated.drop(id).compose(this::announce);
    }

    Future<Void> close() {
        vertx.cancelTimer(timer.getAndSet(-1));
        return news.unregister();
    }

    private <T> Future<Optional<T>> announce(Optional<T> changed) {
        if (changed.isEmpty()) return Future.succeededFuture(changed);
        return reload().onSuccess(done -> vertx.eventBus().publish(CHANGED, "rules"))
                .map(done -> changed);
    }

    private void followNews() {
        reload().onFailure(failure -> LOG.warn("rules not reloaded", failure));
    }

    private void putInForce(RuleSet rules, List<CuratedSet> named, Instant now) {
        Set<String> on = rules.rules().stream()
                .filter(rule -> rule.isOn(now))
                .map(Rule::id)
                .collect(Collectors.toSet());
        Map<String, List<String>> products =
                named.stream().collect(Collectors.toMap(CuratedSet::id, CuratedSet::products));
        InForce fresh = new InForce(rules, on, products);
        boolean changed = !fresh.equals(inForce);
        inForce = fresh;
        if (changed) listeners.forEach(Runnable::run);
    }

    /** Looks again when the next publication or rule has its time. */
    private void waitFor(RuleSet rules, List<PublishedRules> scheduled, Instant now) {
        Instant next = Stream.concat(
                        scheduled.stream().map(PublishedRules::effectiveAt),
                        rules.rules().stream()
                                .flatMap(rule ->
                                        Stream.of(Optional.ofNullable(rule.from()), Optional.ofNullable(rule.until())))
                                .flatMap(Optional::stream))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        long wait = next.isAfter(now.plus(LONGEST_WAIT))
                ? LONGEST_WAIT.toMillis()
                : Duration.between(now, next).toMillis();
        vertx.cancelTimer(timer.getAndSet(vertx.setTimer(wait + 1, due -> followNews())));
    }
}
