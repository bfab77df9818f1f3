package outfitter.server.recommend;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Set;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.server.http.Requests;

/** The circumstances that a merchandiser supposes: as if it were winter, as if the customer were of a segment. */
public final class AsIf {
    private AsIf() {}

    /** What the query of a request supposes at {@code now}; what it does not name is as it is, or unknown. */
    public static Circumstances circumstances(RoutingContext ctx, Instant now) {
        Circumstances usual = Circumstances.at(now);
        return new Circumstances(
                Requests.query(ctx, "segment").map(Set::of).orElse(Set.of()),
                Requests.query(ctx, "intent").orElse(null),
                Requests.query(ctx, "channel").orElse(null),
                Requests.query(ctx, "season").orElse(usual.season()),
                usual.now());
    }
}
