package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.crash.Chats;
import outfitter.server.crash.Stage;

/** PostgreSQL stands still, and customers keep writing: what waits is bounded, and the server can still be stopped. */
class OverloadTest {
    private static final int CUSTOMERS = 100;
    private static final int HEAP_MB = 200;
    /** With what a server needs for itself, more than the heap; taken in are 64 MB of them. */
    private static final int LETTERS = 600;

    private static final int LETTER_BYTES = 240_000;

    @TempDir
    Path directory;

    private final Chats chats = new Chats();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private String url = "";
    private Stage stage;

    @BeforeEach
    void prepare() {
        stage = new Stage(directory, List.of("-Xmx" + HEAP_MB + "m", "-XX:TieredStopAtLevel=1"));
    }

    @AfterEach
    void stop() throws Exception {
        chats.close();
        stage.server().stop();
    }

    @Test
    void customersAreAskedToComeBackAndTheMemoryStaysBounded() throws Exception {
        url = stage.start();
        chats.at(url);
        chats.arrive(CUSTOMERS);
        chats.start(1);
        chats.awaitEnd();
        double before = heapInUse();

        stage.freezeDatabase();
        List<CompletableFuture<?>> letters = flood();
        await().atMost(60, SECONDS).until(() -> turnedAway.get() > LETTERS / 10);
        assertThat(status("/health/live")).isEqualTo(200);
        stage.thawDatabase();
        CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new))
                .orTimeout(60, SECONDS)
                .join();
        chats.start(3);
        chats.awaitEnd();

        assertThat(chats.acknowledged()).isEqualTo(CUSTOMERS + 3 * CUSTOMERS);
        assertThat(heapInUse() - before).isLessThan(64 << 20);
        assertThat(stage.server().errors()).contains("requests turned away").doesNotContain("OutOfMemoryError");

        List<ProcessHandle> database = stage.database();
        stage.freezeDatabase();
        assertThat(stage.server().stop()).isZero();
        assertThat(database).noneMatch(ProcessHandle::isAlive);
    }

    /** Customers write long letters, all at once. */
    private List<CompletableFuture<?>> flood() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        String padding = "x".repeat(LETTER_BYTES);
        for (int i = 0; i < LETTERS; i++) {
            Chats.Visitor visitor = chats.visitors().get(i % CUSTOMERS);
            String letter = "{\"type\":\"message\",\"text\":\"hello\",\"channelData\":{\"clientActivityID\":\"letter-"
                    + i + "\",\"padding\":\"" + padding + "\"}}";
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(url + "/v3/directline/conversations/" + visitor.id() + "/activities"))
                    .header("Authorization", "Bearer " + visitor.token())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(letter))
                    .build();
            all.add(http.sendAsync(request, BodyHandlers.ofString()).handle((answer, cut) -> {
                if (answer != null && isTurnedAway(answer)) turnedAway.incrementAndGet();
                return answer;
            }));
        }
        return all;
    }

    private static boolean isTurnedAway(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.body().contains("Too much is waiting")
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    /** Bytes that are still referred to. */
    private double heapInUse() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(stage.server().pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    private double metric(String name) throws IOException, InterruptedException {
        String all = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/metrics")).build(), BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
