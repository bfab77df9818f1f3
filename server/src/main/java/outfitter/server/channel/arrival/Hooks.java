package outfitter.server.channel.arrival;

import java.util.List;
import outfitter.models.media.MediaFiles;
import outfitter.models.shop.ProductCards;
import outfitter.server.channel.Channel;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Words;
import outfitter.server.channel.service.PushChannel;
import outfitter.server.core.Core;
import outfitter.server.http.Api;

/** Everything by which messaging services tell us something, put together. */
public final class Hooks {
    private final List<Channel> hooks;
    private final Enclosures enclosures;
    private final MediaRoutes media;

    /** @param outcomes hears what services say of replies that they took */
    public Hooks(
            List<PushChannel> services,
            Core core,
            Reception reception,
            Words words,
            ProductCards products,
            Outcomes outcomes) {
        MediaFiles files = new MediaFiles(core.db());
        media = new MediaRoutes(files);
        enclosures = new Enclosures(core.vertx(), files, services, core.clock());
        Newcomers newcomers = new Newcomers(core);
        Arrivals arrivals = new Arrivals(core, reception, newcomers, enclosures, words, products::title, outcomes);
        hooks = services.stream()
                .<Channel>map(service -> new Hook(service, arrivals))
                .toList();
    }

    /** One for each service. */
    public List<Channel> all() {
        return hooks;
    }

    /** Mounts what staff see of what was sent. */
    public void mount(Api api) {
        media.mount(api);
    }

    /** Fetches files that were left when the server stopped. */
    public void start() {
        enclosures.wake();
    }

    public void close() {
        enclosures.close();
    }
}
