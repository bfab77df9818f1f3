package outfitter.server.bench;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outfitter.bot.routine.Routines;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.server.postgres.DatabaseAddress;

/** How many texts understanding alone reads in a second of one processor, with nothing around it. */
final class UnderstandingLimit {
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(3);

    private UnderstandingLimit() {}

    /** Reads free texts with the shop's own words for some seconds, on this thread. */
    static double perCore(Vertx vertx, DatabaseAddress shop) throws TimeoutException {
        Pool db = PgBuilder.pool()
                .connectingTo(shop.connectOptions())
                .using(vertx)
                .build();
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        catalogue.reload().await(30, TimeUnit.SECONDS);
        db.close().await(10, TimeUnit.SECONDS);
        ShopUnderstander understander = ShopUnderstander.of("en", Routines.intents(), catalogue, Means.SENTENCES);
        FreeTexts texts = new FreeTexts();
        read(understander, texts, WARM_UP_NANOS);
        return read(understander, texts, MEASURED_NANOS);
    }

    private static double read(ShopUnderstander understander, FreeTexts texts, long nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long until = System.nanoTime() + nanos;
        long used = threads.getCurrentThreadCpuTime();
        long read = 0;
        while (System.nanoTime() < until) {
            understander.understand(List.of(texts.next()));
            read++;
        }
        return read * 1e9 / (threads.getCurrentThreadCpuTime() - used);
    }
}
