package outfitter.server.channel.directline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import outfitter.server.channel.PublicPackages;

/** {@code botframework-directlinejs} in a Node process, held by its standard input and output. */
final class PublicClient implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/node/directline");
    private static final Path HOME = Path.of("target/node/directline");
    private static final Path LOG = Path.of("target/node/directline.log");
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
    private final List<JsonObject> kept = new ArrayList<>();

    private PublicClient(Process process) {
        this.process = process;
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        Thread reader = new Thread(this::listen, "public client");
        reader.setDaemon(true);
        reader.start();
    }

    /** Fetches the client and what it needs, once for each change of the lock file. */
    static void install() throws IOException, InterruptedException {
        PublicPackages.install(SOURCE, HOME, LOG);
    }

    static PublicClient connect(String server, String token) throws IOException {
        return new PublicClient(new ProcessBuilder("node", "peer.mjs", server + "/v3/directline", token)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start());
    }

    /** Posts a message; the id that the server gave it. */
    String say(String text) throws Exception {
        command(new JsonObject().put("say", text));
        return next("posted", text).getString("id");
    }

    /** Tears the socket, as a tunnel does. */
    void cut() throws IOException {
        command(new JsonObject().put("cut", true));
    }

    void awaitStatus(int status) throws Exception {
        next("status", status);
    }

    /** The next messages, in order of arrival. */
    List<JsonObject> messages(int count) throws Exception {
        List<JsonObject> messages = new ArrayList<>();
        while (messages.size() < count) {
            JsonObject activity = next("activity", null).getJsonObject("activity");
            if ("message".equals(activity.getString("type"))) messages.add(activity);
        }
        return messages;
    }

    private void command(JsonObject command) throws IOException {
        commands.write(command.encode());
        commands.newLine();
        commands.flush();
    }

    /** The next line that tells {@code what}; others are kept for whoever asks for them. */
    private JsonObject next(String what, @Nullable Object value) throws InterruptedException {
        for (JsonObject line : kept) {
            if (tells(line, what, value)) {
                kept.remove(line);
                return line;
            }
        }
        while (true) {
            JsonObject line = told.poll(PATIENCE_SECONDS, SECONDS);
            if (line == null || line.containsKey("failure")) throw new AssertionError("no " + what + ": " + line);
            if (tells(line, what, value)) return line;
            kept.add(line);
        }
    }

    private static boolean tells(JsonObject line, String what, @Nullable Object value) {
        return line.containsKey(what) && (value == null || value.equals(line.getValue(what)));
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) told.add(new JsonObject(line));
        } catch (IOException e) {
            if (process.isAlive()) throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(5, SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
