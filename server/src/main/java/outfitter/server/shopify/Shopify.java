package outfitter.server.shopify;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import outfitter.models.account.AuditLog;
import outfitter.models.inbox.ForeignNames;
import outfitter.models.inbox.Inbox;
import outfitter.models.inbox.Letterbox;
import outfitter.models.intake.Intake;
import outfitter.server.http.Api;

/** A Shopify shop that tells us what happens there, put together. */
public final class Shopify {
    private final ShopifyHook hook;
    private final Postman postman;

    public Shopify(Vertx vertx, Pool db, Intake intake, ShopifyConfig config, Clock clock) {
        Context context = vertx.getOrCreateContext();
        Inbox inbox = new Inbox(db, clock);
        postman = new Postman(
                vertx,
                context,
                inbox,
                new ForeignNames(db, Envelope.SOURCE),
                intake,
                new Duties(new AuditLog(db, clock)),
                config.currency(),
                clock);
        Letterbox letterbox = new Letterbox(context, inbox, fresh -> {
            if (fresh > 0) postman.wake();
        });
        hook = new ShopifyHook(config.secrets(), letterbox, clock);
    }

    public void mount(Api api) {
        hook.mount(api);
    }

    /** Takes up what was acknowledged before the last stop. */
    public void start() {
        postman.start();
    }

    /** Ends after what is under way; the rest stays in the inbox. */
    public Future<Void> close() {
        return postman.close();
    }
}
