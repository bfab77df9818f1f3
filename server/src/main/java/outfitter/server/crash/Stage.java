package outfitter.server.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.bench.ServerProcess;

/** A server and its PostgreSQL, to be killed. To be used by one thread. */
public final class Stage {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final long PATIENCE_SECONDS = 30;

    private final Path directory;
    private final List<String> options;
    private final Map<String, String> environment;
    private @Nullable ServerProcess server;

    /** @param options of the server's JVM */
    public Stage(Path directory, List<String> options) {
        this(directory, options, Map.of());
    }

    /** @param environment what an operator would set */
    public Stage(Path directory, List<String> options, Map<String, String> environment) {
        this.directory = directory;
        this.options = options;
        this.environment = environment;
    }

    /** Starts the server on whatever is there, and waits until it takes traffic; its address. */
    public String start() throws IOException {
        ServerProcess started = ServerProcess.serve(directory, options, environment);
        server = started;
        return started.readyUrl();
    }

    /** The server that was started last. */
    public ServerProcess server() {
        return Optional.ofNullable(server).orElseThrow();
    }

    /** As kill -9 does; its PostgreSQL stays behind. */
    public void killServer() throws InterruptedException {
        server().kill();
    }

    /** As kill -9 of every process of the database does; the server lives. */
    public void killDatabase() {
        database().forEach(ProcessHandle::destroyForcibly);
    }

    public void killBoth() throws InterruptedException {
        List<ProcessHandle> database = database();
        server().kill();
        database.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : database) {
            each.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** As kill -STOP of every process of the database does: connections stay, and nobody answers. */
    public void freezeDatabase() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets a frozen database go on. */
    public void thawDatabase() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", name));
        database().forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** PostgreSQL's processes, its first one first. */
    public List<ProcessHandle> database() {
        return ProcessHandle.of(server().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    /** Ends what runs, and removes what it left. */
    public void clear() {
        try {
            if (server != null) server.stop();
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
