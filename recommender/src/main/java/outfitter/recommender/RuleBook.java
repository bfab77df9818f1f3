package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.DraftRules;
import outfitter.models.merchandising.PublishedRules;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.RuleSets;

/**
 * The rules in force, in memory, and the acts that change them. Whoever publishes sees the effect in their own next
 * answer; other nodes hear of it by the event bus, and every node tells its listeners. Thread-safe.
 */
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);
    private static final String CHANGED = "outfitter.rules.changed";

    private final Vertx vertx;
    private final RuleSets sets;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final MessageConsumer<Object> news;
    private volatile RuleSet live = RuleSet.EMPTY;

    RuleBook(Vertx vertx, Pool db, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
        sets = new RuleSets(db);
        news = vertx.eventBus()
                .consumer(CHANGED, changed -> reload().onFailure(failure -> LOG.warn("rules not reloaded", failure)));
    }

    /** The rules in force. */
    public RuleSet live() {
        return live;
    }

    /** The sets curated by hand, products by the set's id. */
    public Map<String, List<String>> sets() {
        return Map.of();
    }

    /** Reads the rules in force anew. */
    public Future<@Nullable Void> reload() {
        return sets.live().map(this::putInForce);
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
        return sets.draft();
    }

    /** {@link RuleSets#save} now. */
    public Future<Optional<DraftRules>> save(RuleSet rules, long version, long account) {
        return sets.save(rules, version, account, clock.instant());
    }

    /** {@link RuleSets#publish} now, in force when the Future completes. */
    public Future<Optional<PublishedRules>> publish(long version, String note, long account) {
        return sets.publish(version, note, account, clock.instant()).compose(this::announce);
    }

    /** {@link RuleSets#undo} now, in force when the Future completes. */
    public Future<Optional<PublishedRules>> undo(long account) {
        return sets.undo(account, clock.instant()).compose(this::announce);
    }

    /** {@link RuleSets#history}. */
    public Future<List<PublishedRules>> history(int limit) {
        return sets.history(limit);
    }

    Future<Void> close() {
        return news.unregister();
    }

    private Future<Optional<PublishedRules>> announce(Optional<PublishedRules> published) {
        if (published.isEmpty()) return Future.succeededFuture(published);
        return reload().onSuccess(inForce ->
                        vertx.eventBus().publish(CHANGED, published.get().id()))
                .map(inForce -> published);
    }

    private @Nullable Void putInForce(RuleSet rules) {
        boolean changed = !rules.equals(live);
        live = rules;
        if (changed) listeners.forEach(Runnable::run);
        return null;
    }
}
