package outfitter.server.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Stands before every operation and lets in who may call it. */
@FunctionalInterface
public interface Guard {
    /** Lets nobody in but the public. */
    Guard PUBLIC_ONLY = (ctx, needed) -> needed == Access.PUBLIC
            ? Future.succeededFuture()
            : Future.failedFuture(new HttpException(401, "Sign in first"));

    /**
     * Succeeds when the caller may go on, after leaving whatever handlers want to know of the caller in {@code ctx}; else
     * fails with an {@link HttpException}: 401 for a missing, wrong or expired sign, 403 for a right that is missing.
     */
    Future<Void> admit(RoutingContext ctx, Access needed);
}
