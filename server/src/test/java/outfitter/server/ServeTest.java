package outfitter.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.bench.ServerProcess;

class ServeTest {
    /** Shared by the tests: whatever one leaves, the next must be able to start on. */
    @TempDir
    static Path directory;

    private static final List<String> QUICK_START = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    private final List<ServerProcess> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (ServerProcess process : started) process.stop();
    }

    @Test
    void itServesStopsWithSuccessAndComesBackAfterBeingKilled() throws Exception {
        ServerProcess first = serve();
        String url = first.readyUrl();
        assertThat(status(url + "/health/ready")).isEqualTo(200);

        ServerProcess second = serve();
        assertThat(second.exitStatus()).isEqualTo(2);
        assertThat(second.errors())
                .contains("outfitter: another server (process " + first.pid() + ") uses the data in");

        first.kill();
        ServerProcess third = serve();
        assertThat(status(third.readyUrl() + "/health/ready")).isEqualTo(200);

        assertThat(third.stop()).isZero();
        assertThat(directory.resolve("data/database/postmaster.pid")).doesNotExist();
    }

    @Test
    void whilePostgresIsAwayItIsAliveAndNotReady() throws Exception {
        String url = serve().readyUrl();
        // It may be back before anybody has asked; each further death keeps it away for longer.
        await().pollInterval(10, MILLISECONDS).atMost(30, SECONDS).until(() -> {
            killPostgres();
            return status(url + "/health/ready") == 503;
        });
        assertThat(status(url + "/health/live")).isEqualTo(200);
        await().atMost(60, SECONDS).until(() -> status(url + "/health/ready") == 200);
    }

    private void killPostgres() throws IOException {
        Path file = directory.resolve("data/database/postmaster.pid");
        if (!Files.exists(file)) return;
        Files.readAllLines(file).stream()
                .limit(1)
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())).stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        ServerProcess process = serve("--port", "ninety");

        assertThat(process.exitStatus()).isEqualTo(2);
        assertThat(process.errors()).contains("--port");
    }

    private ServerProcess serve(String... more) throws IOException {
        ServerProcess process = ServerProcess.serve(directory, QUICK_START, more);
        started.add(process);
        return process;
    }

    private static int status(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
