package outfitter.server.site;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** {@code POST /api/site/token}: how a page gets into conversation with us. */
public final class SiteRoutes {
    private final SiteTokens tokens;
    private final Identities identities;
    private final Visitors visitors;
    private final TokenLimit limit;

    public SiteRoutes(SiteTokens tokens, Identities identities, Visitors visitors, TokenLimit limit) {
        this.tokens = tokens;
        this.identities = identities;
        this.visitors = visitors;
        this.limit = limit;
    }

    public void mount(Api api) {
        api.post(
                "/api/site/token",
                Operation.of(
                                "Gives a visitor a token: an anonymous one, one who was here before, or one who is signed in")
                        .takes(Ask.class)
                        .returns(Grant.class)
                        .fails(
                                403,
                                "the identity is not signed with our secret or has ended, or the origin is not allowed")
                        .fails(429, "too many tokens were asked for from one network"),
                this::token);
    }

    /**
     * Who wants a token.
     *
     * @param visitor the id that an earlier token had as its conversationId; null for somebody new
     * @param identity a JWT (HS256) with sub and exp, or an object with user_id and user_hash; null for anonymous
     */
    record Ask(@Nullable String visitor, @Nullable JsonNode identity) {
        Ask {
            if (visitor != null && !Visitor.isId(visitor)) throw new IllegalArgumentException("is not a visitor's id");
        }

        boolean isSigned() {
            return identity != null && !identity.isNull();
        }
    }

    /**
     * A token and whose it is.
     *
     * @param conversationId the visitor's id, to be kept by the page and sent with the next request for a token
     * @param expiresIn seconds
     */
    record Grant(String token, String conversationId, String userId, long expiresIn) {}

    private Future<Grant> token(RoutingContext ctx) {
        limit.count(ctx);
        Ask ask = Requests.body(ctx, Ask.class);
        return visitor(ask)
                .map(visitor -> new Grant(
                        tokens.issue(visitor), visitor.id(), visitor.userId(), SiteTokens.LIFETIME.toSeconds()));
    }

    private Future<Visitor> visitor(Ask ask) {
        Optional<String> id = Optional.ofNullable(ask.visitor());
        if (ask.isSigned()) return visitors.signedIn(identity(ask), id);
        return id.map(visitors::anonymous)
                .orElseGet(() -> Future.succeededFuture(Visitor.anonymous(Visitor.freshId())));
    }

    private Identity identity(Ask ask) {
        return identities.verdict(Objects.requireNonNull(ask.identity())).match(Verdict.Believed::identity, refused -> {
            throw new HttpException(403, "The identity is refused: " + refused.why());
        });
    }
}
