package outfitter.server.channel.arrival;

import io.vertx.core.Future;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.PushChannel;

/** Hears what services say of replies that they took. */
@FunctionalInterface
public interface Outcomes {
    /** Completes when it is stored; safe to repeat. */
    Future<Void> told(PushChannel channel, Happening.Told told);
}
