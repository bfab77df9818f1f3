package outfitter.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Sees every answer of a declared operation just before it is sent. The server itself has none; tests register one with
 * {@link ServiceLoader} that holds each answer against the OpenAPI document.
 */
public interface ResponseWitness {
    /** Called on the event loop; must not block, and must not fail. {@code body} is empty when there is none. */
    void saw(Api api, Operation operation, int status, Buffer body);

    /** Those on the class path, found once. */
    static List<ResponseWitness> all() {
        return Loaded.WITNESSES;
    }

    /** Keeps what was found. */
    final class Loaded {
        private static final List<ResponseWitness> WITNESSES = ServiceLoader.load(ResponseWitness.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();

        private Loaded() {}
    }
}
