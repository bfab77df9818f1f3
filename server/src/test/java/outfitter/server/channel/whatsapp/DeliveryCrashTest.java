package outfitter.server.channel.whatsapp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.channel.ChannelPeer;
import outfitter.server.crash.Stage;

/** kill -9 while replies are being brought to WhatsApp. */
class DeliveryCrashTest {
    private static final int CUSTOMERS = 120;
    private static final int BROUGHT_BEFORE = 30;
    /** What the server brings at a time. */
    private static final int ON_THEIR_WAY = 16;

    private static final List<String> SMALL = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path directory;

    private final ExecutorService meta = Executors.newFixedThreadPool(8);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile String url = "";

    @AfterEach
    void stop() {
        meta.shutdownNow();
    }

    @Test
    void everyReplyArrivesAndOnlyUnderItsOwnNameASecondTime() throws Exception {
        try (WhatsAppPeer peer = new WhatsAppPeer()) {
            Stage stage = new Stage(directory, SMALL, peer.environment());
            try {
                url = stage.start();
                peer.hesitate(Duration.ofMillis(200));
                List<String> customers =
                        Stream.generate(peer::newCustomer).limit(CUSTOMERS).toList();
                List<Future<?>> calls = new ArrayList<>();
                for (String each : customers) {
                    ChannelPeer.Call call = peer.says(each, "1", "where is my parcel");
                    calls.add(meta.submit(() -> insist(call)));
                }
                await().atMost(30, SECONDS).until(() -> peer.bodies.size() >= BROUGHT_BEFORE);

                stage.killServer();
                int before = keys(peer).size();
                peer.hesitate(Duration.ZERO);
                url = stage.start();
                for (Future<?> call : calls) call.get(60, SECONDS);
                await().atMost(60, SECONDS).until(() -> reached(peer) == CUSTOMERS && metric("waiting") == 0);

                assertThat(before).isBetween(BROUGHT_BEFORE, CUSTOMERS - 1);
                assertThat(metric("dead")).isZero();
                Map<String, List<JsonObject>> byKey = keys(peer);
                assertThat(byKey.values()).allSatisfy(same -> assertThat(same).containsOnly(same.get(0)));
                assertThat(byKey.values().stream().filter(same -> same.size() > 1))
                        .hasSizeLessThanOrEqualTo(ON_THEIR_WAY)
                        .allSatisfy(same -> assertThat(same).hasSize(2));
            } finally {
                stage.server().stop();
            }
        }
    }

    private static Map<String, List<JsonObject>> keys(WhatsAppPeer peer) {
        return peer.bodies.stream().collect(groupingBy(body -> body.getString("biz_opaque_callback_data")));
    }

    private static long reached(WhatsAppPeer peer) {
        return peer.bodies.stream().map(body -> body.getString("to")).distinct().count();
    }

    /** As Meta does: the same call again until it is answered with 200. */
    private Void insist(ChannelPeer.Call call) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/hooks/whatsapp"))
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofByteArray(call.body().getBytes()));
            call.headers().forEach(request::header);
            try {
                if (http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200) break;
            } catch (IOException lineCut) {
                // The server is away; the same call is made again.
            }
            LockSupport.parkNanos(50_000_000);
        }
        return null;
    }

    private double metric(String name) throws IOException, InterruptedException {
        String all = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/metrics")).build(), BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.startsWith("outfitter_outbox_" + name + " "))
                .map(line -> Double.parseDouble(Objects.requireNonNull(line.split(" ", 2)[1])))
                .findFirst()
                .orElse(-1.0);
    }
}
