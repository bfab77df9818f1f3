package outfitter.server.channel.directline;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Optional;
import outfitter.models.conversation.ConversationId;
import outfitter.server.http.Api;
import outfitter.server.http.Front;
import outfitter.server.http.Requests;
import outfitter.server.site.Site;
import outfitter.server.site.Visitor;

/** Lets clients read: by a stream, or page by page. */
final class Readings {
    private final Site site;
    private final Streams streams;
    private final String botName;

    Readings(Site site, Streams streams, String botName) {
        this.site = site;
        this.streams = streams;
        this.botName = botName;
    }

    /** Opens the stream that the ticket is for. */
    void stream(RoutingContext ctx) {
        Watermark seen = Grants.watermark(ctx);
        Visitor visitor = Requests.query(ctx, "t")
                .flatMap(site.tickets()::use)
                .filter(holder -> holder.id().equals(ctx.pathParam("id")))
                .orElseThrow(
                        () -> new HttpException(403, "The ticket is unknown, used or too old; ask for a new stream"));
        Activities look = new Activities(visitor, botName, Front.of(ctx).address());
        Api.upgrade(ctx)
                .onSuccess(socket -> streams.serve(socket, look, seen))
                .onFailure(refused -> ctx.fail(new HttpException(400, "A WebSocket is opened here, nothing else")));
    }

    /** The next page after the watermark; an empty one means that there is nothing more now. */
    Future<ActivitySet> read(RoutingContext ctx) {
        Visitor visitor = Grants.inOwn(ctx, site.tokens());
        Watermark seen = Grants.watermark(ctx);
        Activities look = new Activities(visitor, botName, Front.of(ctx).address());
        return site.visitors()
                .conversation(visitor)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(new ActivitySet(List.of(), seen.toString()))
                        : streams.history().parts(found.get()).compose(parts -> page(look, parts, seen)));
    }

    // A page of which the customer may see nothing is skipped, lest it look like the end.
    private Future<ActivitySet> page(Activities look, List<ConversationId> parts, Watermark seen) {
        return streams.history()
                .after(parts, seen)
                .compose(entries -> streams.shown(entries).compose(products -> {
                    Watermark until = seen.past(entries);
                    List<Activity> activities = entries.stream()
                            .map(entry -> look.of(entry, products))
                            .flatMap(Optional::stream)
                            .toList();
                    boolean atEnd = entries.size() < History.PAGE;
                    return activities.isEmpty() && !atEnd
                            ? page(look, parts, until)
                            : Future.succeededFuture(new ActivitySet(activities, until.toString()));
                }));
    }
}
