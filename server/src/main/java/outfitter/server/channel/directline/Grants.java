package outfitter.server.channel.directline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Optional;
import outfitter.server.http.Answer;
import outfitter.server.http.Front;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;
import outfitter.server.site.SiteTokens;
import outfitter.server.site.Visitor;

/** Gives clients what they need to talk: tokens, and addresses of streams. */
final class Grants {
    private final Site site;

    Grants(Site site) {
        this.site = site;
    }

    /** @param expiresIn seconds */
    record TokenGrant(
            String conversationId,
            String token,
            @JsonProperty("expires_in") long expiresIn) {}

    /**
     * A conversation to take part in.
     *
     * @param expiresIn seconds until the token ends
     * @param streamUrl a WebSocket, to be opened once and within a minute
     */
    record ConversationGrant(
            String conversationId,
            String token,
            @JsonProperty("expires_in") long expiresIn,
            String streamUrl) {}

    record Session(String sessionId) {}

    Future<TokenGrant> generate(RoutingContext ctx) {
        site.limit().count(ctx);
        return Future.succeededFuture(token(Visitor.anonymous(Visitor.freshId())));
    }

    Future<TokenGrant> refresh(RoutingContext ctx) {
        Visitor visitor = site.tokens().visitor(ctx);
        if (site.tokens().refresh(visitor).isEmpty()) {
            throw new HttpException(403, "The identity is too old; let the page sign it anew");
        }
        return Future.succeededFuture(token(visitor));
    }

    /** 200 when there is something to go on with, else 201. */
    Future<Answer> start(RoutingContext ctx) {
        Visitor visitor = site.tokens().visitor(ctx);
        return site.visitors()
                .conversation(visitor)
                .map(found -> new Answer(found.isPresent() ? 200 : 201, conversation(ctx, visitor, Watermark.START)));
    }

    Future<ConversationGrant> reconnect(RoutingContext ctx) {
        Visitor visitor = inOwn(ctx, site.tokens());
        Watermark seen = watermark(ctx);
        return site.visitors().conversation(visitor).map(found -> conversation(ctx, visitor, seen));
    }

    Future<Session> session(RoutingContext ctx) {
        return Future.succeededFuture(new Session(site.tokens().visitor(ctx).id()));
    }

    /** Who calls, in their own conversation; another's is refused. */
    static Visitor inOwn(RoutingContext ctx, SiteTokens tokens) {
        Visitor visitor = tokens.visitor(ctx);
        if (!visitor.id().equals(ctx.pathParam("id"))) {
            throw new HttpException(403, "The token is not for this conversation");
        }
        return visitor;
    }

    /** How far the client has read; a watermark that is none of ours is refused. */
    static Watermark watermark(RoutingContext ctx) {
        Optional<String> given = Requests.query(ctx, "watermark");
        return given.map(text -> Watermark.parse(text)
                        .orElseThrow(() -> new HttpException(400, "The watermark is none of ours")))
                .orElse(Watermark.START);
    }

    private TokenGrant token(Visitor visitor) {
        return new TokenGrant(visitor.id(), site.tokens().issue(visitor), SiteTokens.LIFETIME.toSeconds());
    }

    private ConversationGrant conversation(RoutingContext ctx, Visitor visitor, Watermark seen) {
        // http becomes ws, and https wss.
        String stream = Front.of(ctx).address().replaceFirst("^http", "ws")
                + DirectLine.CONVERSATION.replace(":id", visitor.id()) + "/stream?watermark=" + seen + "&t="
                + site.tickets().issue(visitor);
        return new ConversationGrant(
                visitor.id(), site.tokens().issue(visitor), SiteTokens.LIFETIME.toSeconds(), stream);
    }
}
