package outfitter.server.shopify;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import outfitter.models.json.Json;

/** The topics that say something to us, each with the shape of its body. To add one: a line here. */
final class Topics {
    static final Map<String, Class<? extends Payload>> PAYLOADS = Map.ofEntries(
            entry("orders/create", OrderPayload.class),
            entry("orders/updated", OrderPayload.class),
            entry("orders/paid", OrderPayload.class),
            entry("orders/cancelled", OrderPayload.class),
            entry("orders/partially_fulfilled", OrderPayload.class),
            entry("orders/fulfilled", OrderPayload.class),
            entry("fulfillments/create", FulfillmentPayload.class),
            entry("fulfillments/update", FulfillmentPayload.class),
            entry("refunds/create", RefundPayload.class),
            entry("products/create", ProductPayload.class),
            entry("products/update", ProductPayload.class),
            entry("products/delete", ProductGonePayload.class),
            entry("carts/create", CartPayload.class),
            entry("carts/update", CartPayload.class),
            entry("checkouts/create", CheckoutPayload.class),
            entry("checkouts/update", CheckoutPayload.class),
            entry("inventory_levels/connect", InventoryLevelPayload.class),
            entry("inventory_levels/update", InventoryLevelPayload.class),
            entry("inventory_levels/disconnect", InventoryGonePayload.class),
            entry("customers/data_request", PrivacyPayload.class),
            entry("customers/redact", PrivacyPayload.class),
            entry("shop/redact", PrivacyPayload.class),
            entry("customers/create", CustomerPayload.class),
            entry("customers/update", CustomerPayload.class));

    private Topics() {}

    static boolean isKnown(String topic) {
        return PAYLOADS.containsKey(topic);
    }

    /** Throws {@link IllegalArgumentException} for what does not fit, naming the place and quoting nothing. */
    static Payload parse(String topic, Buffer body) {
        Class<? extends Payload> type = PAYLOADS.get(topic);
        if (type == null) throw new IllegalArgumentException("nobody here knows the topic");
        try {
            Payload payload = Json.MAPPER.readValue(body.getBytes(), type);
            if (payload == null) throw new IllegalArgumentException("the body is empty");
            return payload;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(place(e) + " does not fit", e);
        } catch (JsonProcessingException e) {
            String where = "line " + e.getLocation().getLineNr() + " column "
                    + e.getLocation().getColumnNr();
            throw new IllegalArgumentException("the body is not JSON, see " + where, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    private static String place(JsonMappingException e) {
        String place = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return place.isEmpty() ? "the body" : place.replaceFirst("^\\.", "");
    }
}
