package outfitter.server.channel.service;

import io.vertx.core.buffer.Buffer;

/** What came of fetching a customer's file. A failed Future beside it means: try again. */
public sealed interface Fetched {
    /** Its bytes, of media type {@code type}. */
    record Bytes(Buffer bytes, String type) implements Fetched {}

    /** It is not there any more, too large, or was never a file; {@code reason} is for staff. */
    record Gone(String reason) implements Fetched {}
}
