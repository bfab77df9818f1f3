package outfitter.server.channel.directline;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.UUID;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Typing;
import outfitter.server.http.Networks;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;
import outfitter.server.site.Visitor;

/** Takes in what clients post. */
final class Posts {
    private final Site site;
    private final Reception reception;
    private final Typing typing;

    Posts(Site site, Reception reception, Typing typing) {
        this.site = site;
        this.reception = reception;
        this.typing = typing;
    }

    /** The id under which what was posted comes back. */
    record ResourceId(String id) {}

    Future<ResourceId> post(RoutingContext ctx) {
        return post(ctx, Grants.inOwn(ctx, site.tokens()), Requests.body(ctx, PostedActivity.class));
    }

    Future<ResourceId> post(RoutingContext ctx, Visitor visitor, PostedActivity posted) {
        if (posted.isMessage()) return say(visitor, message(ctx, visitor, posted));
        if (posted.isTyping()) return type(visitor);
        if (posted.isPassing()) return Future.succeededFuture(passing(visitor));
        throw new HttpException(400, "The activity's type is none that is known here");
    }

    private static Incoming message(RoutingContext ctx, Visitor visitor, PostedActivity posted) {
        if (posted.hasAttachments()) throw new HttpException(415, "Files are not taken here; a text is");
        String network = Networks.of(ctx);
        return new Incoming(visitor.address(), posted.key(), network, said(posted));
    }

    private Future<ResourceId> say(Visitor visitor, Incoming message) {
        return reception
                .receive(message, into -> site.visitors().admit(visitor, into))
                .map(received -> new ResourceId(
                        Activities.id(visitor, Watermark.place(received.conversation(), received.seq()))));
    }

    private static String said(PostedActivity posted) {
        try {
            return posted.said();
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, e.getMessage());
        }
    }

    private Future<ResourceId> type(Visitor visitor) {
        return site.visitors().conversation(visitor).map(found -> {
            found.ifPresent(conversation -> {
                reception.typing(conversation.id());
                typing.byCustomer(conversation.id());
            });
            return passing(visitor);
        });
    }

    /** For what leaves no trace. */
    private static ResourceId passing(Visitor visitor) {
        return new ResourceId(Activities.id(visitor, UUID.randomUUID().toString()));
    }
}
