package outfitter.server.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import outfitter.server.channel.PublicPackages;

/** {@code @shopify/shopify-api} and {@code shopify-webhook-schemas} in a Node process, asked by lines of JSON. */
final class PublicShopify implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/node/shopify");
    private static final Path HOME = Path.of("target/node/shopify");
    private static final Path LOG = Path.of("target/node/shopify.log");

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    /** A body that the public schema of its topic allows, signed by the public library. */
    record Sample(String topic, String kind, String body, String hmac) {
        static Sample of(JsonObject json) {
            return new Sample(
                    json.getString("topic"), json.getString("kind"), json.getString("body"), json.getString("hmac"));
        }

        @Override
        public String toString() {
            return topic + " " + kind;
        }
    }

    /** Fetches the packages, once for each change of the lock file, and starts. */
    PublicShopify() throws IOException, InterruptedException {
        install();
        process = new ProcessBuilder("node", "peer.mjs")
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    List<Sample> samples(Collection<String> topics, String secret) throws IOException {
        JsonObject command = new JsonObject().put("topics", new JsonArray(List.copyOf(topics)));
        return ask(command.put("secret", secret)).getJsonArray("bodies").stream()
                .map(each -> Sample.of((JsonObject) each))
                .toList();
    }

    /** What Shopify's own library would say of a webhook that we sent. */
    JsonObject validate(String body, Map<String, String> headers, String secret) throws IOException {
        JsonObject webhook = new JsonObject().put("body", body).put("headers", new JsonObject(Map.copyOf(headers)));
        return ask(new JsonObject().put("validate", webhook).put("secret", secret));
    }

    private JsonObject ask(JsonObject command) throws IOException {
        commands.write(command.encode());
        commands.newLine();
        commands.flush();
        String line = answers.readLine();
        if (line == null) throw new IOException("the peer is gone: " + Files.readString(LOG));
        JsonObject answer = new JsonObject(line);
        if (answer.containsKey("failure")) throw new AssertionError(answer.getString("failure"));
        return answer;
    }

    private static void install() throws IOException, InterruptedException {
        PublicPackages.install(SOURCE, HOME, LOG);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
