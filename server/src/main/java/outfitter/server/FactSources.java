package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.intake.Intake;
import outfitter.models.intake.LeftCarts;
import outfitter.models.intake.UnmatchedFacts;
import outfitter.server.facts.ShopFacts;
import outfitter.server.http.Api;
import outfitter.server.http.Failures;
import outfitter.server.intake.FactFollower;
import outfitter.server.intake.FactListener;
import outfitter.server.intake.StudioImport;
import outfitter.server.shop.Shop;
import outfitter.server.shopify.Shopify;
import outfitter.server.site.Visitors;
import outfitter.server.staff.StaffGuard;

/**
 * All ways by which the outside tells of the shop, put together: files in the studio, Shopify's webhooks, the JSON API, and
 * what other processes have told the database. Whoever tells, what is shown and suggested here follows.
 */
final class FactSources {
    private static final Logger LOG = LoggerFactory.getLogger(FactSources.class);
    private static final Duration LEFT_CARTS = Duration.ofMinutes(10);
    private static final Duration CLEANING = Duration.ofHours(1);

    private final Vertx vertx;
    private final StudioImport files;
    private final Shopify shopify;
    private final ShopFacts api;
    private final FactFollower follower;
    private final FactListener listener;
    private final LeftCarts carts;
    private final UnmatchedFacts unmatched;

    FactSources(
            Vertx vertx,
            Pool db,
            Supplier<PgConnectOptions> options,
            ServerConfig config,
            Wares wares,
            Shop shop,
            Visitors visitors,
            Clock clock) {
        this.vertx = vertx;
        Intake intake = new Intake(db, clock);
        files = new StudioImport(
                vertx, db, config.data().resolve("uploads"), clock, StaffGuard::account, wares::readAnew);
        shopify = new Shopify(vertx, db, intake, config.shopify(), clock);
        api = new ShopFacts(db, intake, clock);
        follower = new FactFollower(
                vertx,
                new FactFollower.Parts(
                        wares.catalogue()::reload,
                        wares::count,
                        wares.recommender()::recount,
                        shop::tellNews,
                        visitors::forgetOwners));
        listener = new FactListener(vertx, options, follower);
        carts = new LeftCarts(db, clock);
        unmatched = new UnmatchedFacts(db, clock);
    }

    /** Listens from now on; before the tables are read for the first time, so that nothing falls between. */
    Future<Void> listen() {
        return listener.start();
    }

    /** Lets in a program with a key. */
    Future<Void> admit(RoutingContext ctx) {
        return api.admit(ctx);
    }

    void mount(Api routes) {
        files.mount(routes);
        shopify.mount(routes);
        api.mount(routes);
    }

    /** Takes up what was heard and kept meanwhile. */
    void open() {
        follower.open();
        shopify.start();
        vertx.setPeriodic(
                LEFT_CARTS.toMillis(),
                tick -> carts.close()
                        .onFailure(failure -> LOG.warn("carts not looked after {}", Failures.describe(failure))));
        forgetUnmatched();
        vertx.setPeriodic(CLEANING.toMillis(), tick -> forgetUnmatched());
    }

    private void forgetUnmatched() {
        unmatched
                .forgetOld()
                .onSuccess(gone -> {
                    if (gone > 0) LOG.warn("facts forgotten that waited {} count={}", UnmatchedFacts.PATIENCE, gone);
                })
                .onFailure(failure -> LOG.warn("waiting facts not looked after {}", Failures.describe(failure)));
    }

    /** Ends an upload that is under way, which would hold the stop up. */
    void interrupt() {
        files.close();
    }

    Future<Void> close() {
        return shopify.close().eventually(listener::close);
    }
}
