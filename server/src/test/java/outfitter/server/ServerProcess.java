package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server as an operator runs it: a process of its own with its own PostgreSQL. */
final class ServerProcess {
    private final Process process;
    private final Path errors;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Runs {@code serve} on a free port with the data of {@code directory}. */
    static ServerProcess serve(Path directory, String... more) throws IOException {
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
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        return new ServerProcess(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Waits until it can take traffic; its address. */
    String readyUrl() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready ")) return line.substring("ready ".length());
        }
        throw new AssertionError("never ready: " + errors());
    }

    /** What it said on standard error. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    long pid() {
        return process.pid();
    }

    /** As kill -9 does: no chance to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, SECONDS);
    }

    /** Asks it to stop and waits; its exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    /** Waits for its end; its exit status. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(30, SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }
}
