package outfitter.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an operator runs it: a process with its own PostgreSQL. */
class ServeTest {
    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(30, SECONDS)) process.destroyForcibly();
        }
    }

    @Test
    void itServesStopsWithSuccessAndComesBackAfterBeingKilled() throws Exception {
        Process first = serve();
        String url = readyUrl(first);
        assertThat(status(url + "/health/ready")).isEqualTo(200);

        Process second = serve();
        assertThat(second.waitFor(30, SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(errors(second)).contains("outfitter: another server (process " + first.pid() + ") uses the data in");

        first.destroyForcibly().waitFor(10, SECONDS);
        Process third = serve();
        assertThat(status(readyUrl(third) + "/health/ready")).isEqualTo(200);

        third.destroy();
        assertThat(third.waitFor(30, SECONDS)).isTrue();
        assertThat(third.exitValue()).isZero();
        assertThat(directory.resolve("data/database/postmaster.pid")).doesNotExist();
    }

    @Test
    void whilePostgresIsAwayItIsAliveAndNotReady() throws Exception {
        String url = readyUrl(serve());
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("data/database/postmaster.pid"))
                .get(0));

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        await().pollInterval(10, MILLISECONDS).atMost(10, SECONDS).until(() -> status(url + "/health/ready") == 503);
        assertThat(status(url + "/health/live")).isEqualTo(200);
        await().atMost(60, SECONDS).until(() -> status(url + "/health/ready") == 200);
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        Process process = serve("--port", "ninety");

        assertThat(process.waitFor(30, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(errors(process)).contains("--port");
    }

    private Process serve(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "outfitter.server.Main",
                "serve",
                "--port",
                "0",
                "--data",
                directory.resolve("data").toString()));
        command.addAll(List.of(more));
        Path errors = directory.resolve("errors" + started.size());
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        started.add(process);
        return process;
    }

    private String errors(Process process) throws IOException {
        return Files.readString(directory.resolve("errors" + started.indexOf(process)));
    }

    private static String readyUrl(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready ")) return line.substring("ready ".length());
        }
        throw new AssertionError("never ready");
    }

    private static int status(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
