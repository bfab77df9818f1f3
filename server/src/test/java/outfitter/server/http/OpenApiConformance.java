package outfitter.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Route;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import outfitter.models.json.Json;

/**
 * Holds every answer that any test of this module provokes against the OpenAPI document, and fails the test that met one
 * which does not conform. Nobody needs to ask for it: the server finds it as a {@link ResponseWitness}, JUnit as an
 * extension of every test.
 *
 * <p>{@link #undocumented} tells which mounted routes the document does not know.
 */
public final class OpenApiConformance implements ResponseWitness, AfterEachCallback {
    private static final List<String> DESCRIBED = List.of("/api/", "/v3/", "/health/", "/hooks/");
    private static final Queue<String> VIOLATIONS = new ConcurrentLinkedQueue<>();

    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** Paths that the router answers below /api, /v3 and /health, and that the document does not mention. */
    public static List<String> undocumented(Api api) {
        JsonNode paths = api.document().path("paths");
        return api.router().getRoutes().stream()
                .filter(route -> route.getPath() != null && DESCRIBED.stream().anyMatch(route.getPath()::startsWith))
                .filter(route -> route.methods() != null)
                .flatMap(OpenApiConformance::spelled)
                .filter(each -> paths.path(each.substring(each.indexOf(' ') + 1))
                        .path(each.substring(0, each.indexOf(' ')))
                        .isMissingNode())
                .toList();
    }

    @Override
    public void saw(Api api, Operation operation, int status, Buffer body) {
        JsonNode document = api.document();
        JsonNode responses = responses(api, document, operation);
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : responses.path("default");
        if (response.has("$ref"))
            response = document.at(response.path("$ref").textValue().substring(1));
        if (status < 400 && !responses.has(Integer.toString(status))) {
            violation(operation, status, "the status is not declared");
        } else if (!response.has("content")) {
            if (body.length() > 0) violation(operation, status, "no body is declared");
        } else {
            validate(
                    document,
                    operation,
                    status,
                    response.path("content").elements().next().path("schema"),
                    body);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> found = Stream.generate(VIOLATIONS::poll)
                .takeWhile(each -> each != null)
                .toList();
        if (!found.isEmpty()) throw new AssertionError("not as /openapi.json says:\n" + String.join("\n", found));
    }

    private static Stream<String> spelled(Route route) {
        return route.methods().stream()
                .map(method ->
                        method.name().toLowerCase(java.util.Locale.ROOT) + " " + OpenApi.template(route.getPath()));
    }

    private static JsonNode responses(Api api, JsonNode document, Operation operation) {
        return api.entries().stream()
                .filter(entry -> entry.operation() == operation)
                .findFirst()
                .map(entry -> document.path("paths").path(OpenApi.template(entry.path())))
                .flatMap(path -> path.properties().stream()
                        .filter(each ->
                                each.getValue().path("summary").textValue().equals(operation.summary()))
                        .findFirst())
                .orElseThrow()
                .getValue()
                .path("responses");
    }

    private void validate(JsonNode document, Operation operation, int status, JsonNode schema, Buffer body) {
        try {
            schema(document, schema)
                    .validate(Json.MAPPER.readTree(body.getBytes()))
                    .forEach(message -> violation(operation, status, message.getMessage()));
        } catch (JsonProcessingException e) {
            violation(operation, status, "the body is not JSON");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonSchema schema(JsonNode document, JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components").deepCopy());
        return schemas.computeIfAbsent(
                whole.toString(),
                text -> JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole));
    }

    private static void violation(Operation operation, int status, String what) {
        VIOLATIONS.add("\"" + operation.summary() + "\" " + status + ": " + what);
    }
}
