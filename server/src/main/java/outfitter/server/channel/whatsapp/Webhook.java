package outfitter.server.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.delivery.DeliveryState;
import outfitter.models.json.Json;
import outfitter.server.channel.service.Happening;
import outfitter.server.channel.service.Thing;

/**
 * Reads what Meta calls with. One bad message or status does not spoil its batch: it is left out and logged by what is
 * wrong with it, never by what it says.
 */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int LONGEST_ID = 300;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{5,128}");

    private final String phoneNumberId;

    Webhook(String phoneNumberId) {
        this.phoneNumberId = phoneNumberId;
    }

    List<Happening> read(Buffer body) {
        JsonNode tree = tree(body);
        if (!"whatsapp_business_account".equals(tree.path("object").asText())) {
            throw new IllegalArgumentException("object is not whatsapp_business_account");
        }
        List<Happening> happenings = new ArrayList<>();
        for (JsonNode entry : tree.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                if ("messages".equals(change.path("field").asText())) read(change.path("value"), happenings);
            }
        }
        return happenings;
    }

    private static JsonNode tree(Buffer body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body.getBytes());
            if (tree != null && tree.isObject()) return tree;
        } catch (IOException e) {
            // Said below; the parser's words would quote the body.
        }
        throw new IllegalArgumentException("the body is not a JSON object");
    }

    // One app may have several numbers: what was written to another is not for us to answer.
    private void read(JsonNode value, List<Happening> happenings) {
        if (!phoneNumberId.equals(value.path("metadata").path("phone_number_id").asText())) {
            LOG.info("hook left out channel=whatsapp cause=another-number");
            return;
        }
        Map<String, String> names = new HashMap<>();
        for (JsonNode contact : value.path("contacts")) {
            String name = contact.path("profile").path("name").asText("").strip();
            if (name.isEmpty()) continue;
            names.put(contact.path("wa_id").asText(), name);
            names.put(contact.path("user_id").asText(), name);
        }
        for (JsonNode message : value.path("messages")) {
            add(happenings, "message", () -> message(message, names));
        }
        for (JsonNode status : value.path("statuses")) add(happenings, "status", () -> status(status));
    }

    private interface Reader {
        Optional<Happening> read();
    }

    private static void add(List<Happening> happenings, String what, Reader reader) {
        try {
            reader.read().ifPresent(happenings::add);
        } catch (IllegalArgumentException e) {
            LOG.warn("hook left out channel=whatsapp what={} cause={}", what, e.getMessage());
        }
    }

    private static Optional<Happening> message(JsonNode message, Map<String, String> names) {
        // Who hides their number is named by an id of Meta's.
        String from = message.hasNonNull("from") ? required(message, "from") : required(message, "from_user_id");
        String id = required(message, "id");
        String type = message.path("type").asText("unknown");
        if (!NAME.matcher(from).matches()) throw new IllegalArgumentException("from is neither a number nor an id");
        if (id.length() > LONGEST_ID) throw new IllegalArgumentException("id is too long");
        String address = WhatsApp.PREFIX + from;
        if (type.equals("reaction")) {
            String emoji = message.path("reaction").path("emoji").asText("");
            return Optional.of(new Happening.Signalled(address, id, "reaction", emoji));
        }
        if (type.equals("system")) {
            String kind = message.path("system").path("type").asText("system");
            return Optional.of(new Happening.Signalled(address, id, "system", kind));
        }
        Content content = content(type, message);
        String about = message.path("context")
                .path("referred_product")
                .path("product_retailer_id")
                .asText("");
        return Optional.of(new Happening.Said(
                address, id, names.get(from), content.text(), content.thing(), about.isEmpty() ? null : about));
    }

    /** What a message holds: words, a thing, or a thing with words. */
    private record Content(@Nullable String text, @Nullable Thing thing) {
        static Content words(String text) {
            return text.isBlank() ? unreadable("empty") : new Content(text, null);
        }

        static Content unreadable(String type) {
            return new Content(null, Thing.of(Thing.Kind.UNREADABLE, type));
        }
    }

    private static Content content(String type, JsonNode message) {
        JsonNode inner = message.path(type);
        return switch (type) {
            case "text" -> Content.words(inner.path("body").asText(""));
            case "button" -> Content.words(inner.path("text").asText(""));
            case "interactive" -> pressed(inner);
            case "image" -> file(Thing.Kind.PICTURE, inner);
            case "video" -> file(Thing.Kind.VIDEO, inner);
            case "audio" -> file(Thing.Kind.SOUND, inner);
            case "document" -> file(Thing.Kind.DOCUMENT, inner);
            case "sticker" -> file(Thing.Kind.STICKER, inner);
            case "location" -> new Content(null, Thing.of(Thing.Kind.LOCATION, place(inner)));
            case "contacts" -> new Content(null, Thing.of(Thing.Kind.CONTACT, people(inner)));
            case "order" -> order(inner);
            default -> Content.unreadable(plain(type));
        };
    }

    private static Content pressed(JsonNode interactive) {
        String kind = interactive.path("type").asText("");
        if (!kind.equals("button_reply") && !kind.equals("list_reply")) return Content.unreadable(plain(kind));
        JsonNode reply = interactive.path(kind);
        String id = reply.path("id").asText("");
        // The title is cut to what fits on a button; ours carry the whole one.
        return Content.words(
                id.startsWith(Bodies.SAY)
                        ? id.substring(Bodies.SAY.length())
                        : reply.path("title").asText(""));
    }

    private static Content file(Thing.Kind kind, JsonNode file) {
        String reference = file.path("id").asText("");
        String caption = file.path("caption").asText("");
        String name = file.path("filename").asText("");
        Thing thing = new Thing(
                kind,
                reference.isEmpty() ? null : reference,
                file.path("mime_type").asText("application/octet-stream"),
                name.isEmpty() ? null : name,
                "");
        return new Content(caption.isBlank() ? null : caption, thing);
    }

    private static String place(JsonNode location) {
        String named = List.of("name", "address").stream()
                .map(field -> location.path(field).asText(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        String point = location.path("latitude").asText("?") + ", "
                + location.path("longitude").asText("?");
        return named.isEmpty() ? point : named + " (" + point + ")";
    }

    private static String people(JsonNode contacts) {
        return StreamSupport.stream(contacts.spliterator(), false)
                .map(contact ->
                        contact.path("name").path("formatted_name").asText("").strip()
                                + numbers(contact.path("phones")))
                .collect(Collectors.joining("; "));
    }

    private static String numbers(JsonNode phones) {
        String numbers = StreamSupport.stream(phones.spliterator(), false)
                .map(phone -> phone.path("phone").asText(""))
                .filter(number -> !number.isBlank())
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : " " + numbers;
    }

    private static Content order(JsonNode order) {
        String items = StreamSupport.stream(order.path("product_items").spliterator(), false)
                .map(item -> item.path("quantity").asText("1") + " × "
                        + item.path("product_retailer_id").asText("?"))
                .collect(Collectors.joining(", "));
        String text = order.path("text").asText("");
        Thing thing = Thing.of(Thing.Kind.ORDER, items);
        return new Content(text.isBlank() ? null : text + "\n" + items, thing);
    }

    private static Optional<Happening> status(JsonNode status) {
        String message = required(status, "id");
        String told = status.path("status").asText("");
        DeliveryState state = switch (told) {
            case "sent" -> DeliveryState.SENT;
            case "delivered" -> DeliveryState.DELIVERED;
            case "read", "played" -> DeliveryState.READ;
            case "failed" -> DeliveryState.FAILED;
            default -> null;
        };
        if (state == null) return Optional.empty(); // deleted, warning, or one that comes with a later version
        String key = status.path("biz_opaque_callback_data").asText("");
        return Optional.of(new Happening.Told(
                message, state, instant(status), reason(status.path("errors")), key.isEmpty() ? null : key));
    }

    private static Instant instant(JsonNode status) {
        String seconds = status.path("timestamp").asText("");
        if (!seconds.matches("\\d{1,12}")) throw new IllegalArgumentException("timestamp is not in seconds");
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    private static @Nullable String reason(JsonNode errors) {
        JsonNode error = errors.path(0);
        if (error.isMissingNode()) return null;
        return plain(error.path("title").asText("failed")) + " ("
                + error.path("code").asText("?") + ")";
    }

    private static String required(JsonNode node, String field) {
        String value = node.path(field).asText("");
        if (value.isBlank()) throw new IllegalArgumentException(field + " is missing");
        return value;
    }

    /** Short and harmless: a word of Meta's goes into an entry and a log. */
    private static String plain(String word) {
        String plain = word.replaceAll("[^\\p{L}\\p{N} _.,:()'-]", "").strip();
        return plain.isEmpty() ? "unknown" : plain.substring(0, Math.min(plain.length(), 100));
    }
}
