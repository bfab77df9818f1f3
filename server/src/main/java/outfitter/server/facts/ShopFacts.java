package outfitter.server.facts;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import outfitter.models.account.ApiKeys;
import outfitter.models.intake.CartFact;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.Effect;
import outfitter.models.intake.Fact;
import outfitter.models.intake.Intake;
import outfitter.models.intake.OrderFact;
import outfitter.models.intake.ProductFact;
import outfitter.models.intake.ProductGone;
import outfitter.models.intake.ReturnFact;
import outfitter.models.intake.ShipmentFact;
import outfitter.models.intake.StockFact;
import outfitter.models.intake.Verdict;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Items;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** The routes below {@code /api/shop-facts}: one for each kind of fact, all alike. Answered once everything is durable. */
public final class ShopFacts {
    private static final int LARGEST = 16 << 20;
    private static final int MOST = 5_000;

    private final Intake intake;
    private final Keys keys;

    public ShopFacts(Pool db, Intake intake, Clock clock) {
        this.intake = intake;
        keys = new Keys(new ApiKeys(db, clock));
    }

    /** Lets in who shows a key; see {@link outfitter.server.http.Guard}. */
    public Future<Void> admit(RoutingContext ctx) {
        return keys.admit(ctx);
    }

    /** The name of the key that a request which {@link #admit} let in has shown. */
    public static String keyOf(RoutingContext ctx) {
        return Keys.shown(ctx).name();
    }

    public void mount(Api api) {
        api.get(
                "/api/shop-facts",
                Operation.of("Tells whose key is shown").by(Access.KEY).returns(Holder.class),
                ctx -> Future.succeededFuture(new Holder(Keys.shown(ctx).name())));
        mount(api, "products", "Takes products with their variants", ProductFact.class);
        mount(api, "stock", "Takes how many pieces there are", StockFact.class);
        mount(api, "customers", "Takes customers", CustomerFact.class);
        mount(api, "orders", "Takes orders with their lines", OrderFact.class);
        mount(api, "shipments", "Takes parcels and where they are", ShipmentFact.class);
        mount(api, "returns", "Takes pieces that came back, or whose money went back", ReturnFact.class);
        mount(api, "carts", "Takes what lies in customers' carts", CartFact.class);
        api.delete(
                "/api/shop-facts/products/:id",
                Operation.of("Takes a product off the shelf").by(Access.KEY),
                ctx -> intake.take(List.of(new ProductGone(Requests.text(ctx, "id"), null)))
                        .mapEmpty());
    }

    /** The name that the key was given. */
    record Holder(String key) {}

    /**
     * What became of everything sent.
     *
     * @param waiting kept until what they are about becomes known
     * @param outcomes one a thing, in the order sent
     */
    record Report(int read, int stored, int unchanged, int waiting, int refused, List<Outcome> outcomes) {
        static Report of(List<Verdict> verdicts) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Verdict verdict : verdicts) outcomes.add(Outcome.of(outcomes.size(), verdict));
            return new Report(
                    verdicts.size(),
                    count(verdicts, Effect.STORED),
                    count(verdicts, Effect.UNCHANGED),
                    count(verdicts, Effect.WAITING),
                    count(verdicts, Effect.REFUSED),
                    outcomes);
        }

        private static int count(List<Verdict> verdicts, Effect effect) {
            return (int)
                    verdicts.stream().filter(each -> each.effect() == effect).count();
        }
    }

    /**
     * What became of one thing.
     *
     * @param item its place among those sent, from 0
     * @param outcome 'stored', 'unchanged', 'waiting' or 'refused'
     * @param reason why it waits or was refused, naming the field; null else
     */
    record Outcome(int item, String outcome, @Nullable String reason) {
        static Outcome of(int item, Verdict verdict) {
            String reason = verdict.reason().isEmpty() ? null : verdict.reason();
            return new Outcome(item, verdict.effect().name().toLowerCase(Locale.ROOT), reason);
        }
    }

    private <F extends Fact> void mount(Api api, String path, String summary, Class<F> kind) {
        api.post(
                "/api/shop-facts/" + path,
                Operation.of(summary + ": one, a JSON array, or one a line")
                        .by(Access.KEY)
                        .takesEach(kind)
                        .limit(LARGEST)
                        .returns(Report.class)
                        .fails(413, "there are more than " + MOST + ", or they are too large"),
                ctx -> take(Items.read(ctx, kind, MOST)));
    }

    private <F extends Fact> Future<Report> take(Items<F> sent) {
        if (sent.single()) refuseWhole(sent.items().get(0).refusal());
        List<F> good =
                sent.items().stream().flatMap(item -> item.good().stream()).toList();
        return intake.take(good).map(taken -> {
            Report report = Report.of(merged(sent, taken.verdicts()));
            if (sent.single() && report.refused() > 0)
                refuseWhole(report.outcomes().get(0).reason());
            return report;
        });
    }

    private static <F> List<Verdict> merged(Items<F> sent, List<Verdict> taken) {
        Iterator<Verdict> verdicts = taken.iterator();
        return sent.items().stream()
                .map(item -> item.refusal() == null ? verdicts.next() : new Verdict(Effect.REFUSED, item.refusal()))
                .toList();
    }

    private static void refuseWhole(@Nullable String reason) {
        if (reason != null) throw new HttpException(400, Objects.requireNonNull(reason));
    }
}
