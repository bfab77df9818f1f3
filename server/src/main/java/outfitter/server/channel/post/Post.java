package outfitter.server.channel.post;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import outfitter.models.shop.ProductCards;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Words;
import outfitter.server.channel.arrival.Hooks;
import outfitter.server.channel.delivery.Dispatch;
import outfitter.server.channel.delivery.ReplyTracks;
import outfitter.server.channel.phone.PhoneRoutes;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;
import outfitter.server.http.Api;
import outfitter.server.site.Site;

/** The messaging services put together: their hooks, what brings replies to them, and who goes on there from the site. */
public final class Post {
    private final Dispatch dispatch;
    private final Hooks hooks;
    private final PhoneRoutes phones;

    public Post(
            List<PushChannel> services,
            Core core,
            Site site,
            Reception reception,
            Words words,
            ProductCards products,
            ReplyTracks tracks,
            MeterRegistry meters) {
        dispatch = new Dispatch(services, core, site.publicUrl(), words, products, tracks, meters);
        hooks = new Hooks(services, core, reception, words, products, dispatch::told);
        phones = new PhoneRoutes(services, core, site, words);
    }

    /** What is to be mounted: one hook a service. */
    public List<Channel> hooks() {
        return hooks.all();
    }

    /** Mounts what belongs to no single service. */
    public void mount(Api api) {
        hooks.mount(api);
        phones.mount(api);
    }

    /** Picks up replies and files that were left when the server stopped. */
    public Future<Void> start() {
        return dispatch.start().onSuccess(started -> hooks.start());
    }

    public void close() {
        dispatch.close();
        hooks.close();
    }
}
