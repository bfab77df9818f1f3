package outfitter.server.operation;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.server.http.Answer;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.postgres.Database;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can take traffic, else 503 with the reason: it is
 * stopping, PostgreSQL is away, or a part is not prepared yet.
 */
public final class Health {
    private static final Report UP = new Report("up", null);
    private static final long PATIENCE_MILLIS = 2_000;

    private final Database database;
    private final List<Supplier<Optional<String>>> conditions = new ArrayList<>();
    private volatile boolean draining;

    public Health(Database database) {
        this.database = database;
    }

    /** One more condition of readiness: gives the reason why not, as {@code "the index is being built"}, or nothing. */
    public void requires(Supplier<Optional<String>> reasonAgainst) {
        conditions.add(reasonAgainst);
    }

    /** From now on not ready, because the server is about to stop. */
    public void drain() {
        draining = true;
    }

    public void mount(Api api) {
        api.get(
                "/health/live",
                Operation.of("Tells that the process answers").always().returns(Report.class),
                ctx -> Future.succeededFuture(UP));
        api.get(
                "/health/ready",
                Operation.of("Tells whether the server can take traffic")
                        .always()
                        .returns(Report.class)
                        .returns(503, Report.class),
                this::ready);
    }

    /** Why traffic should go elsewhere; empty when it may come. Never fails. */
    public Future<Optional<String>> reasonAgainstTraffic() {
        if (draining) return Future.succeededFuture(Optional.of("the server is stopping"));
        Optional<String> unmet =
                conditions.stream().flatMap(each -> each.get().stream()).findFirst();
        if (unmet.isPresent()) return Future.succeededFuture(unmet);
        return database.answers()
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .map(Optional.<String>empty())
                .otherwise(Optional.of("PostgreSQL does not answer"));
    }

    private Future<Answer> ready(RoutingContext ctx) {
        return reasonAgainstTraffic()
                .map(reason -> reason.map(why -> new Answer(503, new Report("not-ready", why)))
                        .orElseGet(() -> new Answer(200, new Report("ready", null))));
    }

    /**
     * How it is.
     *
     * @param status 'up', 'ready' or 'not-ready'
     */
    record Report(String status, @Nullable String reason) {}
}
