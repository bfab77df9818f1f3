package outfitter.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one route does, as told to its callers: who may call it, what it takes, what it returns. Written where the route is
 * mounted and not changed afterwards.
 *
 * <p>Left unsaid: it is {@link Access#PUBLIC}, takes no body and returns nothing (204). Errors that follow from the rest
 * (400 for a bad body, 401 and 403 for a guarded one, 404 for a path with parameters …) need not be declared.
 */
public final class Operation {
    private static final int DEFAULT_BODY_LIMIT = 256 * 1024;

    private final String summary;
    private final List<Parameter> queries = new ArrayList<>();
    private final Map<Integer, Optional<Class<?>>> successes = new LinkedHashMap<>();
    private final Map<Integer, String> failures = new LinkedHashMap<>();
    private Access access = Access.PUBLIC;
    private int bodyLimit = DEFAULT_BODY_LIMIT;
    private boolean each;
    private boolean always;
    private @Nullable Class<?> takes;
    private @Nullable String mediaType;
    private @Nullable Class<?> errors;

    private Operation(String summary) {
        this.summary = summary;
    }

    /** An operation that does what {@code summary} says, in one sentence that begins with a verb. */
    public static Operation of(String summary) {
        return new Operation(summary);
    }

    /** Only for callers with this right. */
    public Operation by(Access needed) {
        access = needed;
        return this;
    }

    /** Reads a JSON body of this shape, see {@link Requests#body}. */
    public Operation takes(Class<?> body) {
        takes = body;
        return this;
    }

    /** Reads any number of such bodies, see {@link Items}. */
    public Operation takesEach(Class<?> item) {
        each = true;
        return takes(item);
    }

    /** Bodies above so many bytes are refused with 413; 256 KiB unless told otherwise. */
    public Operation limit(int bytes) {
        bodyLimit = bytes;
        return this;
    }

    /** May be given an optional query parameter. */
    public Operation query(String name, Class<?> type, String meaning) {
        queries.add(new Parameter(name, type, meaning));
        return this;
    }

    /** Returns 200 with such a body. */
    public Operation returns(Class<?> body) {
        return returns(200, body);
    }

    /** Returns this status with such a body; the first one declared is that of a handler that names none. */
    public Operation returns(int status, Class<?> body) {
        successes.put(status, Optional.of(body));
        return this;
    }

    /** Returns this status without a body. */
    public Operation returns(int status) {
        successes.put(status, Optional.empty());
        return this;
    }

    /** Returns 200 with a body that is not JSON; for {@link Api#raw}. */
    public Operation returnsMedia(String type) {
        mediaType = type;
        return returns(200);
    }

    /** May answer with this problem, when {@code reason}. */
    public Operation fails(int status, String reason) {
        failures.put(status, reason);
        return this;
    }

    /** Is answered however much is under way: it costs next to nothing, and is how others learn of that. */
    public Operation always() {
        always = true;
        return this;
    }

    /** Tells every error as JSON of this shape, where a foreign protocol wants its own, instead of as a problem. */
    public Operation failsAs(Class<?> shape) {
        errors = shape;
        return this;
    }

    String summary() {
        return summary;
    }

    Access access() {
        return access;
    }

    Optional<Class<?>> body() {
        return Optional.ofNullable(takes);
    }

    /** Whether the body is any number of {@link #body}. */
    boolean isEach() {
        return each;
    }

    boolean isAlways() {
        return always;
    }

    int bodyLimit() {
        return bodyLimit;
    }

    List<Parameter> queries() {
        return queries;
    }

    Map<Integer, Optional<Class<?>>> successes() {
        return successes.isEmpty() ? Map.of(204, Optional.empty()) : successes;
    }

    Map<Integer, String> failures() {
        return failures;
    }

    Optional<Class<?>> errors() {
        return Optional.ofNullable(errors);
    }

    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    int usualStatus() {
        return successes().keySet().iterator().next();
    }

    /** Something that may stand behind the question mark. */
    record Parameter(String name, Class<?> type, String meaning) {}
}
