package outfitter.server.channel;

import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what came with customers' messages. */
@FunctionalInterface
interface Enclosures {
    /** Where the bytes of {@code thing} will be; null in the Future when it has none. Safe to repeat. */
    Future<@Nullable UUID> keep(PushChannel channel, @Nullable Thing thing);
}
