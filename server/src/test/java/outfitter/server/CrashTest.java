package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.json.Json;
import outfitter.server.bench.ServerProcess;

/** kill -9 amid 500 customers' messages: what was acknowledged is there, once and in order, and clients just go on. */
class CrashTest {
    private static final int CUSTOMERS = 500;
    private static final int MESSAGES = 4;
    private static final int AT_ONCE = 40;
    private static final long RETRY_NANOS = 50_000_000;

    @TempDir
    Path directory;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    private volatile String url = "";
    private @Nullable ServerProcess server;

    @AfterEach
    void stop() throws Exception {
        clients.shutdownNow();
        if (server != null) server.stop();
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubledWhenTheServerIsKilled() throws Exception {
        ServerProcess first = start();
        List<Visitor> visitors = arrive();
        AtomicInteger acknowledged = new AtomicInteger();

        List<Future<?>> chats = visitors.stream()
                .<Future<?>>map(visitor -> clients.submit(() -> chat(visitor, acknowledged)))
                .toList();
        for (Future<?> chat : chats.subList(0, CUSTOMERS / 3)) chat.get(60, SECONDS);
        first.kill();
        int before = acknowledged.get();
        start();
        for (Future<?> chat : chats) chat.get(120, SECONDS);

        assertThat(before).isBetween(CUSTOMERS * MESSAGES / 3, CUSTOMERS * MESSAGES - 1);
        List<String> expected =
                IntStream.range(0, MESSAGES).mapToObj(CrashTest::words).toList();
        for (Visitor visitor : visitors) {
            List<Said> said = read(visitor);
            assertThat(said).extracting(Said::text).containsExactlyElementsOf(expected);
            assertThat(said).extracting(Said::id).containsExactlyElementsOf(visitor.acknowledged);
        }
    }

    private ServerProcess start() throws IOException {
        ServerProcess started = ServerProcess.serve(directory, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        server = started;
        url = started.readyUrl();
        return started;
    }

    /** A customer with a token, and the ids that the server gave to what they said. */
    private record Visitor(String id, String token, List<String> acknowledged) {}

    private record Said(String id, String text) {}

    private List<Visitor> arrive() throws Exception {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            JsonNode grant = Json.read(post("/api/site/token", "", "{}").body(), JsonNode.class);
            visitors.add(new Visitor(
                    grant.get("conversationId").textValue(),
                    grant.get("token").textValue(),
                    Collections.synchronizedList(new ArrayList<>())));
        }
        return visitors;
    }

    // As a client does: the next message after the last one's acknowledgement, and the same one again until it comes.
    private Void chat(Visitor visitor, AtomicInteger acknowledged) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            visitor.acknowledged.add(insist(visitor, i));
            acknowledged.incrementAndGet();
        }
        return null;
    }

    private String insist(Visitor visitor, int number) throws Exception {
        String activity = new JsonObject()
                .put("type", "message")
                .put("text", words(number))
                .put("channelData", new JsonObject().put("clientActivityID", visitor.id + "-" + number))
                .encode();
        long deadline = System.nanoTime() + SECONDS.toNanos(90);
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer =
                        post("/v3/directline/conversations/" + visitor.id + "/activities", visitor.token, activity);
                if (answer.statusCode() == 200) {
                    return Json.read(answer.body(), JsonNode.class).get("id").textValue();
                }
                assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
            } catch (IOException lineCut) {
                // The server is away; the same message is sent again below.
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        throw new AssertionError("never acknowledged");
    }

    private static String words(int number) {
        return "is parcel number " + number + " on its way";
    }

    private List<Said> read(Visitor visitor) throws Exception {
        List<Said> said = new ArrayList<>();
        String watermark = "";
        while (true) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            url + "/v3/directline/conversations/" + visitor.id + "/activities?watermark=" + watermark))
                    .header("Authorization", "Bearer " + visitor.token)
                    .build();
            JsonNode page =
                    Json.read(http.send(request, BodyHandlers.ofString()).body(), JsonNode.class);
            if (page.get("activities").isEmpty()) return said;
            for (JsonNode activity : page.get("activities")) {
                boolean own = "user".equals(activity.at("/from/role").textValue());
                if (own)
                    said.add(new Said(
                            activity.get("id").textValue(), activity.get("text").textValue()));
            }
            watermark = page.get("watermark").textValue();
        }
    }

    private HttpResponse<String> post(String path, String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
