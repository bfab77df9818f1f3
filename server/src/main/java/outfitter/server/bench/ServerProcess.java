package outfitter.server.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server as an operator runs it: a process of its own with its own PostgreSQL, whatever the environment names. To be
 * used by one thread.
 */
public final class ServerProcess {
    private static final String MAIN = "outfitter.server.Main";
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path errors;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Runs {@code serve} on a free port with the data of {@code directory}.
     *
     * @param options of its JVM
     * @param more arguments of {@code serve}
     */
    public static ServerProcess serve(Path directory, List<String> options, String... more) throws IOException {
        return serve(directory, options, Map.of(), more);
    }

    /** As {@link #serve(Path, List, String...)}, with what an operator would set. */
    public static ServerProcess serve(
            Path directory, List<String> options, Map<String, String> environment, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve", "--port", "0", "--data", directory.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return java(directory, options, environment, MAIN, arguments);
    }

    /** Runs another {@code main} of ours. */
    static ServerProcess java(Path directory, List<String> options, String main, List<String> arguments)
            throws IOException {
        return java(directory, options, Map.of(), main, arguments);
    }

    private static ServerProcess java(
            Path directory, List<String> options, Map<String, String> environment, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // Of the tests, whose class path it may share, it takes the classes and not the way of logging.
        command.add("-Dlogback.configurationFile=logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Path errors = Files.createTempFile(directory, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        // Lest it open the shop's database.
        builder.environment().keySet().removeIf(name -> name.startsWith("OUTFITTER_"));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), errors);
    }

    /** The options that this JVM was started with, for a server like the one that the operator would run. */
    public static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("-Dvertx"))
                .toList();
    }

    /** Waits until it can take traffic; its address. Throws {@link IllegalStateException} when it ended before. */
    public String readyUrl() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ready ")) return line.substring("ready ".length());
        }
        throw new IllegalStateException("never ready: " + errors());
    }

    /** What it said on standard error. */
    public String errors() throws IOException {
        return Files.readString(errors);
    }

    public long pid() {
        return process.pid();
    }

    /** As kill -9 does: no chance to finish anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(PATIENCE_SECONDS, SECONDS);
    }

    /** Asks it to stop and waits; its exit status. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    /** Waits for its end; its exit status. */
    public int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
            // Its PostgreSQL would stay behind.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("does not end");
        }
        return process.exitValue();
    }
}
