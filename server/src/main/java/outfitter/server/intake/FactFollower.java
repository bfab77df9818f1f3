package outfitter.server.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.intake.FactNews;

/**
 * Lets the server follow the facts: the catalogue is read anew, few new or changed orders are counted one by one and many all at
 * once, conversations are told. News that comes quickly is followed together; while an import runs, the index waits for
 * its end. For one event loop.
 */
public final class FactFollower {
    private static final Logger LOG = LoggerFactory.getLogger(FactFollower.class);
    private static final long GATHERING_MILLIS = 100;
    private static final long QUIET_MILLIS = 1_500;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final int FEW_ORDERS = 500;

    private final Vertx vertx;
    private final Parts parts;
    private final Set<String> orders = new LinkedHashSet<>();
    private boolean catalogue;
    private boolean recount;
    private boolean toTell;
    private boolean isOpen;
    private boolean isBusy;
    private boolean isClosed;
    private long timer = -1;
    private long manySince;

    public FactFollower(Vertx vertx, Parts parts) {
        this.vertx = vertx;
        this.parts = parts;
    }

    /**
     * What follows the facts; each may be called again, one after the other.
     *
     * @param catalogue reads products and categories anew
     * @param count counts these orders as they are now, new or changed
     * @param recount counts the whole log
     * @param tell tells conversations what is not told yet
     * @param customers asks anew who somebody is; at once, as it is about who may write where
     */
    public record Parts(
            Supplier<Future<?>> catalogue,
            Counting count,
            Supplier<Future<?>> recount,
            Supplier<Future<?>> tell,
            Runnable customers) {}

    /** Counts orders by their numbers. */
    @FunctionalInterface
    public interface Counting {
        Future<?> count(List<String> orders);
    }

    /** Begins to follow, what was heard before included; call it once all has been read for the first time. */
    public void open() {
        isOpen = true;
        schedule(GATHERING_MILLIS);
    }

    void close() {
        isClosed = true;
        if (timer >= 0) vertx.cancelTimer(timer);
    }

    void heard(FactNews news) {
        if (news.customers()) parts.customers().run();
        catalogue |= news.catalogue();
        toTell |= news.toTell();
        orders.addAll(news.orders());
        if (news.many() || orders.size() > FEW_ORDERS) followAll();
        else schedule(GATHERING_MILLIS);
    }

    /** Nobody knows what happened meanwhile. */
    void missed() {
        parts.customers().run();
        catalogue = true;
        recount = true;
        toTell = true;
        schedule(GATHERING_MILLIS);
    }

    // An import notifies at every batch: only its end is worth a count, but it may last.
    private void followAll() {
        long now = System.nanoTime() / 1_000_000;
        if (!recount) manySince = now;
        recount = true;
        orders.clear();
        if (timer >= 0) vertx.cancelTimer(timer);
        timer = -1;
        schedule(Math.max(GATHERING_MILLIS, Math.min(QUIET_MILLIS, manySince + LONGEST_WAIT_MILLIS - now)));
    }

    private void schedule(long millis) {
        if (!isOpen || isBusy || isClosed || timer >= 0) return;
        timer = vertx.setTimer(Math.max(1, millis), tick -> follow());
    }

    private void follow() {
        timer = -1;
        isBusy = true;
        boolean all = recount;
        boolean goods = catalogue || all;
        boolean telling = toTell;
        List<String> few = new ArrayList<>(orders);
        orders.clear();
        catalogue = false;
        recount = false;
        toTell = false;
        step(goods, parts.catalogue(), "catalogue")
                .compose(done -> step(all, parts.recount(), "index"))
                .compose(
                        done -> step(!all && !few.isEmpty(), () -> parts.count().count(few), "orders"))
                .compose(done -> step(telling, parts.tell(), "conversations"))
                .onComplete(done -> {
                    isBusy = false;
                    if (catalogue || recount || toTell || !orders.isEmpty()) schedule(GATHERING_MILLIS);
                });
    }

    /** What fails is followed at the next news; the others go on. */
    private static Future<?> step(boolean needed, Supplier<Future<?>> part, String what) {
        if (!needed) return Future.succeededFuture();
        return part.get()
                .<Void>mapEmpty()
                .onFailure(failure -> LOG.warn("facts not followed by {}", what, failure))
                .otherwiseEmpty();
    }
}
