package outfitter.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outfitter.models.json.Json;

/** Writes the OpenAPI 3.1 document from what is mounted. */
final class OpenApi {
    static final String DOCUMENT_PATH = "/openapi.json";
    private static final Pattern PATH_PARAMETER = Pattern.compile(":(\\w+)");

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static ObjectNode describe(List<Api.Entry> entries) {
        return new OpenApi().document(entries);
    }

    /** {@code /api/episodes/:id} as the document writes it. */
    static String template(String path) {
        return PATH_PARAMETER.matcher(path).replaceAll("{$1}");
    }

    private ObjectNode document(List<Api.Entry> entries) {
        ObjectNode document = object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Outfitter")
                .put("version", "1")
                .put("description", "Errors are application/problem+json as in RFC 9457.");
        ObjectNode paths = document.putObject("paths");
        entries.forEach(entry -> paths.withObjectProperty(template(entry.path()))
                .set(entry.method().toLowerCase(Locale.ROOT), operation(entry)));
        ObjectNode components = document.putObject("components");
        ObjectNode problem = components.putObject("responses").putObject("Problem");
        problem.put("description", "What was wrong.");
        problem.putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", schemas.of(Problem.class));
        components.set("securitySchemes", securitySchemes());
        components.set("schemas", schemas.collected());
        return document;
    }

    private ObjectNode operation(Api.Entry entry) {
        Operation operation = entry.operation();
        ObjectNode node = object().put("summary", operation.summary());
        node.putArray("tags").add(tag(entry.path()));
        ArrayNode parameters = parameters(entry);
        if (!parameters.isEmpty()) node.set("parameters", parameters);
        operation.body().ifPresent(shape -> {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            if (operation.isEach()) items(body.putObject("content"), shape);
            else body.putObject("content").putObject("application/json").set("schema", schemas.of(shape));
        });
        node.set("responses", responses(operation));
        node.set("security", security(operation.access()));
        if (operation.access() != Access.PUBLIC)
            node.put("x-access", operation.access().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private void items(ObjectNode content, Class<?> shape) {
        ArrayNode either =
                content.putObject("application/json").putObject("schema").putArray("oneOf");
        either.add(schemas.of(shape));
        either.addObject().put("type", "array").set("items", schemas.of(shape));
        content.putObject(Items.LINES).putObject("schema").put("description", "One such object a line.");
    }

    private ArrayNode parameters(Api.Entry entry) {
        ArrayNode parameters = Json.MAPPER.createArrayNode();
        Matcher names = PATH_PARAMETER.matcher(entry.path());
        while (names.find()) {
            ObjectNode parameter = parameters
                    .addObject()
                    .put("name", names.group(1))
                    .put("in", "path")
                    .put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
        for (Operation.Parameter query : entry.operation().queries()) {
            ObjectNode parameter =
                    parameters.addObject().put("name", query.name()).put("in", "query");
            parameter.put("description", query.meaning()).set("schema", schemas.of(query.type()));
        }
        return parameters;
    }

    private ObjectNode responses(Operation operation) {
        ObjectNode responses = object();
        operation.successes().forEach((status, type) -> {
            ObjectNode response = responses.putObject(status.toString()).put("description", reason(status));
            type.ifPresent(shape ->
                    response.putObject("content").putObject("application/json").set("schema", schemas.of(shape)));
            operation
                    .mediaType()
                    .ifPresent(media -> response.putObject("content").putObject(media));
        });
        operation.failures().forEach((status, reason) -> {
            ObjectNode problem = problem();
            problem.put("description", reason(status) + ": " + reason);
            responses.set(status.toString(), problem);
        });
        responses.set(
                "default",
                operation
                        .errors()
                        .map(this::error)
                        .orElseGet(() -> object().put("$ref", "#/components/responses/Problem")));
        return responses;
    }

    private ObjectNode error(Class<?> shape) {
        ObjectNode error = object().put("description", "What was wrong.");
        error.putObject("content").putObject("application/json").set("schema", schemas.of(shape));
        return error;
    }

    private ObjectNode problem() {
        ObjectNode problem = object();
        problem.putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", schemas.of(Problem.class));
        return problem;
    }

    private static ArrayNode security(Access access) {
        ArrayNode security = Json.MAPPER.createArrayNode();
        if (access == Access.VISITOR) security.addObject().putArray("visitor");
        else if (access == Access.KEY) security.addObject().putArray("key");
        else if (access != Access.PUBLIC) security.addObject().putArray("session");
        return security;
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = object();
        schemes.putObject("visitor")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A visitor's token.");
        schemes.putObject("key")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key of the API, made by ./outfitter key add.");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "session")
                .put("description", "A signed-in account; x-access names the role.");
        return schemes;
    }

    /** The first word of the path that tells subjects apart: 'episodes' of /api/episodes/:id. */
    private static String tag(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 2 ? parts[2] : parts[1];
    }

    private static String reason(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
