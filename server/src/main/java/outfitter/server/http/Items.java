package outfitter.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * A body of many things: a JSON array of them, one for each line ({@code application/x-ndjson}), or a single object. What is
 * wrong with one does not keep the others.
 *
 * @param items in the order sent, at least one
 * @param single whether a lone object was sent: then what is wrong with it is wrong with the request
 */
public record Items<T>(List<Item<T>> items, boolean single) {
    static final String LINES = "application/x-ndjson";

    private static final Set<String> LINE_TYPES = Set.of(LINES, "application/jsonl", "application/jsonlines");

    public Items {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param refusal what is wrong with it, naming the field; null when nothing is
     */
    public record Item<T>(@Nullable T value, @Nullable String refusal) {
        public Optional<T> good() {
            return Optional.ofNullable(value);
        }
    }

    /** Reads the body's items as {@code type}; 400 when it is not JSON at all, 413 when there are more than {@code most}. */
    public static <T> Items<T> read(RoutingContext ctx, Class<T> type, int most) {
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        if (body == null || body.length() == 0) throw new HttpException(400, "The body is missing");
        String media = Objects.requireNonNullElse(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE), "");
        Items<T> all = LINE_TYPES.contains(media.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                ? lines(body, type)
                : json(media, body, type);
        if (all.items().isEmpty()) throw new HttpException(400, "The body holds nothing");
        if (all.items().size() > most) throw new HttpException(413, "Send at most " + most + " at a time");
        return all;
    }

    private static <T> Items<T> json(String media, Buffer body, Class<T> type) {
        if (!Requests.isJson(media)) throw new HttpException(415, "Send the body as application/json or " + LINES);
        JsonNode tree = parse(body.getBytes());
        if (!tree.isArray()) return new Items<>(List.of(item(tree, type)), true);
        List<Item<T>> items = new ArrayList<>();
        tree.forEach(each -> items.add(item(each, type)));
        return new Items<>(items, false);
    }

    private static <T> Items<T> lines(Buffer body, Class<T> type) {
        List<Item<T>> items = new ArrayList<>();
        for (String line : body.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isBlank()) items.add(line(line, type));
        }
        return new Items<>(items, false);
    }

    private static <T> Item<T> line(String line, Class<T> type) {
        try {
            return item(parse(line.getBytes(StandardCharsets.UTF_8)), type);
        } catch (HttpException e) {
            return new Item<>(null, e.getPayload());
        }
    }

    private static <T> Item<T> item(JsonNode tree, Class<T> type) {
        try {
            RecordShape.check(tree, type);
            return new Item<>(Json.MAPPER.treeToValue(tree, type), null);
        } catch (HttpException e) {
            return new Item<>(null, e.getPayload());
        } catch (JsonMappingException e) {
            return new Item<>(null, Requests.place(e) + ": " + Requests.reason(e));
        } catch (JsonProcessingException e) {
            return new Item<>(null, "is not the JSON that is expected here");
        }
    }

    private static JsonNode parse(byte[] text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw Requests.notJson(e);
        } catch (IOException e) {
            throw new HttpException(400, "The body is not JSON");
        }
    }
}
