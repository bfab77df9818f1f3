package outfitter.server.site;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Front;
import outfitter.server.http.Operation;

/** Tells an admin whether the shop's own pages reach the chat, and which variable lets them where they do not. */
public final class SetupRoutes {
    private final SiteConfig config;
    private final Origins origins;
    private final Front front;

    public SetupRoutes(SiteConfig config, Origins origins, Front front) {
        this.config = config;
        this.origins = origins;
        this.front = front;
    }

    public void mount(Api api) {
        api.get(
                "/api/site",
                Operation.of("Tells how the site is set up, and whose pages asked since the start")
                        .by(Access.ADMIN)
                        .returns(Setup.class),
                this::setup);
    }

    /**
     * @param address where browsers find this server
     * @param addressSet whether the operator said so, rather than this request
     * @param origins that are allowed beside our own
     * @param identities whether the shop can say who is signed in
     * @param strangeProxy who passes others' requests on and is not believed; null when nobody does
     */
    record Setup(
            String address,
            boolean addressSet,
            List<String> origins,
            List<Asked> asked,
            boolean identities,
            @Nullable String strangeProxy) {}

    record Asked(String origin, boolean allowed, long times, Instant lastAt) {}

    private Future<Setup> setup(RoutingContext ctx) {
        return Future.succeededFuture(new Setup(
                Front.of(ctx).address(),
                config.publicUrl().isPresent(),
                config.origins(),
                origins.asked().stream()
                        .map(each -> new Asked(each.origin(), each.allowed(), each.times(), each.lastAt()))
                        .toList(),
                config.identitySecret().isPresent(),
                front.stranger().orElse(null)));
    }
}
