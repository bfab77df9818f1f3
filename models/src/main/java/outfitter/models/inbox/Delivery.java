package outfitter.models.inbox;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * One thing that another system told us.
 *
 * @param source which system, 'shopify'
 * @param id its id there, the same in every repeat
 * @param topic what it is about, in the system's words: 'orders/create'
 * @param toldAt when it became true there; of two deliveries about one thing, the later one counts
 * @param receivedAt when it first reached us
 * @param body as sent
 */
public record Delivery(String source, String id, String topic, Instant toldAt, Instant receivedAt, Buffer body) {}
