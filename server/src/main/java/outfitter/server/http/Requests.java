package outfitter.server.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * Reads what a caller sent. Whatever does not fit becomes an {@link HttpException} with status 400 that names the field
 * and what would be right, so that a bug deeper down never looks like the caller's fault.
 */
public final class Requests {
    private static final String AN_INSTANT = "must be an instant such as 2026-03-01T12:00:00Z";

    private Requests() {}

    /**
     * The JSON body as {@code type}. Components that are neither nullable nor {@link Optional} must be there; unknown
     * properties are ignored; what the record's own constructor refuses is refused here. 415 when it is not JSON at all.
     */
    public static <T> T body(RoutingContext ctx, Class<T> type) {
        JsonNode tree = tree(ctx);
        RecordShape.check(tree, type);
        try {
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw malformed(place(e), reason(e));
        } catch (JsonProcessingException e) {
            throw bad("The body is not the JSON that is expected here");
        }
    }

    /** The path parameter {@code name}, such as {@code id} of {@code /api/episodes/:id}, as it is. */
    public static String text(RoutingContext ctx, String name) {
        String value = ctx.pathParam(name);
        if (value == null || value.isBlank() || value.indexOf('\0') >= 0) throw malformed(name, "is missing");
        return value;
    }

    /** A path parameter that is one of our numeric ids. */
    public static long id(RoutingContext ctx, String name) {
        return parsed(name, text(ctx, name), Long::parseLong, "must be a number");
    }

    /** A path parameter that is a UUID. */
    public static UUID uuid(RoutingContext ctx, String name) {
        return parsed(name, text(ctx, name), UUID::fromString, "must be a UUID");
    }

    /** A query parameter; empty when absent or blank. */
    public static Optional<String> query(RoutingContext ctx, String name) {
        return Optional.ofNullable(ctx.request().getParam(name))
                .filter(value -> !value.isBlank())
                .map(value -> {
                    if (value.indexOf('\0') >= 0) throw malformed(name, "must not contain NUL");
                    return value;
                });
    }

    /** A query parameter that must be there. */
    public static String required(RoutingContext ctx, String name) {
        return query(ctx, name).orElseThrow(() -> malformed(name, "is missing"));
    }

    /** A query parameter that is a whole number within bounds, or {@code otherwise} when absent. */
    public static int number(RoutingContext ctx, String name, int otherwise, int from, int to) {
        String rule = "must be a whole number from " + from + " to " + to;
        int value = query(ctx, name)
                .map(text -> parsed(name, text, Integer::parseInt, rule))
                .orElse(otherwise);
        if (value < from || value > to) throw malformed(name, rule);
        return value;
    }

    /** A query parameter that is a whole number, such as a {@code seq} to resume after. */
    public static Optional<Long> number(RoutingContext ctx, String name) {
        return query(ctx, name).map(text -> parsed(name, text, Long::parseLong, "must be a whole number"));
    }

    /** A query parameter that is an instant, as in 2026-03-01T12:00:00Z. */
    public static Optional<Instant> instant(RoutingContext ctx, String name) {
        return query(ctx, name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw malformed(name, AN_INSTANT);
            }
        });
    }

    /** A query parameter that names a constant, in lower case with hyphens. */
    public static <E extends Enum<E>> Optional<E> choice(RoutingContext ctx, String name, Class<E> type) {
        return query(ctx, name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> spelled(each).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> malformed(name, "must be one of " + choices(type))));
    }

    /**
     * Whether the caller keeps the answer that {@code tag} names already: one of {@code If-None-Match}, however a cache on
     * the way weakened it (RFC 9110, 13.1.2).
     */
    public static boolean hasAlready(RoutingContext ctx, String tag) {
        String known = ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known == null) return false;
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    /** A 400 that tells which field is wrong and what would be right, to be thrown: {@code size: must be positive}. */
    public static HttpException malformed(String field, String rule) {
        return bad(field + ": " + rule);
    }

    private static JsonNode tree(RoutingContext ctx) {
        String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !isJson(type)) throw new HttpException(415, "Send the body as application/json");
        Buffer body = ctx.body() == null ? null : ctx.body().buffer();
        if (body == null || body.length() == 0) throw bad("The body is missing");
        try {
            return Json.MAPPER.readTree(body.getBytes());
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (java.io.IOException e) {
            throw bad("The body is not JSON");
        }
    }

    /** What to say of a body that is no JSON, or that is nested deeper than anybody needs: of that no place is known. */
    static HttpException notJson(JsonProcessingException e) {
        @Nullable JsonLocation place = e.getLocation();
        if (place == null) return bad("The body is nested too deeply, or a value in it is too long");
        return bad("The body is not JSON, see line " + place.getLineNr() + " column " + place.getColumnNr());
    }

    static boolean isJson(String contentType) {
        String media = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser, String rule) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw malformed(name, rule);
        }
    }

    static String place(JsonMappingException e) {
        String place = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return place.isEmpty() ? "body" : place.substring(place.charAt(0) == '.' ? 1 : 0);
    }

    /** A record's own words where it refused a value, else a general rule: Jackson's words would quote the value. */
    static String reason(JsonMappingException e) {
        @Nullable Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) return cause.getMessage();
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType() == Instant.class) return AN_INSTANT;
        return "has a value that does not fit";
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Requests::spelled).collect(Collectors.joining(", "));
    }

    private static HttpException bad(String detail) {
        return new HttpException(400, detail);
    }
}
