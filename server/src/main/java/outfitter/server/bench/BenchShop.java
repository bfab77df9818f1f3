package outfitter.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.StartFailure;
import outfitter.server.postgres.DatabaseAddress;
import outfitter.server.postgres.Postgres;

/**
 * A demo shop to be measured: a server process and its PostgreSQL in a directory of their own, which goes when this is
 * closed, and also when this process is told to end. To be used by one thread.
 */
final class BenchShop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchShop.class);

    private final Path directory;
    private final Thread atExit = new Thread(this::clear, "bench-end");
    private final List<ServerProcess> helpers = new ArrayList<>();
    private ServerProcess server;
    private String url;

    private BenchShop() throws IOException {
        directory = Files.createTempDirectory("outfitter-bench");
        Runtime.getRuntime().addShutdownHook(atExit);
        server = serve();
        url = ready();
    }

    /** Starts one and waits until it takes traffic. */
    static BenchShop open() {
        try {
            return new BenchShop();
        } catch (IOException e) {
            throw new UncheckedIOException("the server to be measured does not start", e);
        }
    }

    /** Stops the server in good order and starts it anew on the same data. */
    void restart() throws IOException, InterruptedException {
        server.stop();
        server = serve();
        url = ready();
    }

    private ServerProcess serve() throws IOException {
        return ServerProcess.serve(directory, ServerProcess.ownOptions(), "--demo");
    }

    private String ready() throws IOException {
        try {
            return server.readyUrl();
        } catch (IOException | IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** Starts another of our mains, told where the shop's data is, and waits for its address. */
    Helper help(Class<?> main) throws IOException {
        ServerProcess helper =
                ServerProcess.java(directory, ServerProcess.ownOptions(), main.getName(), List.of(data().toString()));
        helpers.add(helper);
        return new Helper(helper.pid(), port(helper.readyUrl()));
    }

    /** Ends what {@link #help} started. */
    void dismiss() throws InterruptedException {
        for (ServerProcess helper : helpers) helper.kill();
        helpers.clear();
    }

    /** A process of ours beside the server. */
    record Helper(long pid, int port) {}

    int port() {
        return port(url);
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    /** Where its PostgreSQL answers. */
    DatabaseAddress database() {
        return address(data());
    }

    static DatabaseAddress address(Path data) {
        return Postgres.forCommand(Optional.empty(), data).address();
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** Processor seconds of the server so far. */
    double serverSeconds() {
        return CpuTime.of(server.pid());
    }

    /** Those of them that its JVM spent on compiling. */
    double compilingSeconds() {
        return CpuTime.compiling(server.pid());
    }

    /** What the server's heap holds after a collection; needs a JDK, whose jcmd asks for it. */
    long liveHeapBytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = Pattern.compile("generation +total \\d+K, used (\\d+)K").matcher(jcmd("GC.heap_info"));
        return used.results()
                .mapToLong(found -> Long.parseLong(found.group(1)) << 10)
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.exists(program))
            throw new StartFailure("bench idle needs a JDK, whose jcmd reads the server's heap");
        Process asked = new ProcessBuilder(program.toString(), Long.toString(server.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    /** Memory of the server's process that is in the machine's memory now. */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }

    /** Processor seconds of PostgreSQL so far. */
    double postgresSeconds() {
        return CpuTime.below(server.pid());
    }

    ServerProcess process() {
        return server;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        clear();
    }

    private void clear() {
        try {
            dismiss();
            server.stop();
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.warn("not all of {} is removed", directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
