package outfitter.server.shopify;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outfitter.models.inbox.Delivery;
import outfitter.server.http.Requests;

/**
 * What Shopify writes on a webhook beside its body.
 *
 * @param topic 'orders/create'
 * @param id the same in every repeat
 * @param triggeredAt when it became true at Shopify
 */
record Envelope(String topic, String id, String signature, Instant triggeredAt) {
    static final String SOURCE = "shopify";

    private static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    private static final String TOPIC = "X-Shopify-Topic";
    private static final String ID = "X-Shopify-Webhook-Id";
    private static final String TRIGGERED_AT = "X-Shopify-Triggered-At";
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Throws a 400 that names the first header that is missing or none. {@code now} stands in for an instant not told. */
    static Envelope read(MultiMap headers, Instant now) {
        String signature = headers.get(SIGNATURE);
        if (signature == null || signature.isBlank()) throw Requests.malformed(SIGNATURE, "is missing");
        return new Envelope(
                plain(headers, TOPIC), plain(headers, ID), signature, instant(headers.get(TRIGGERED_AT), now));
    }

    /** As it goes into the inbox. */
    Delivery with(Buffer body, Instant receivedAt) {
        return new Delivery(SOURCE, id, topic, triggeredAt, receivedAt, body);
    }

    private static String plain(MultiMap headers, String name) {
        String value = headers.get(name);
        if (value == null) throw Requests.malformed(name, "is missing");
        if (!PLAIN.matcher(value).matches()) throw Requests.malformed(name, "is not what Shopify writes there");
        return value;
    }

    private static Instant instant(@Nullable String text, Instant now) {
        if (text == null) return now;
        try {
            Instant told = OffsetDateTime.parse(text).toInstant();
            // Nothing is true before it happens: a clock that runs ahead must not make later news look old.
            return told.isAfter(now) ? now : told;
        } catch (DateTimeParseException e) {
            throw Requests.malformed(TRIGGERED_AT, "must be an instant such as 2026-03-01T12:00:00.123Z");
        }
    }
}
