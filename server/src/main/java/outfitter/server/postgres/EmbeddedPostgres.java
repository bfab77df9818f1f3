package outfitter.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.StartFailure;

/**
 * The PostgreSQL that we bring: durable, on loopback only, with a password, looked after by us.
 *
 * <p>It is our child process. When it dies it is started again, at once and then with growing pauses; its port may change
 * by that, so ask for {@link #address} at each connection. When we are killed it stays behind, and the next start stops it
 * before it starts its own: an orphan has nobody to serve, and a stop is as safe as its log.
 */
public final class EmbeddedPostgres implements Postgres {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration HEALTHY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOG_LIMIT = 10L << 20;

    /** Light, durable, and silent about values: a failed statement is named without what was in it. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "max_connections=60",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0");

    private final DataLock lock;
    private final PostgresBinaries binaries;
    private final Cluster cluster;
    private volatile Process process;
    private volatile DatabaseAddress address;
    private volatile boolean closing;

    private EmbeddedPostgres(DataLock lock, PostgresBinaries binaries, Cluster cluster) {
        this.lock = lock;
        this.binaries = binaries;
        this.cluster = cluster;
        int port = freePort();
        address = cluster.address(port);
        process = launch(port);
    }

    /** Starts it on the files below {@code data}, which are made when missing. Throws {@link StartFailure}. */
    public static EmbeddedPostgres start(Path data) {
        createPrivately(data);
        DataLock lock = DataLock.take(data);
        try {
            PostgresBinaries binaries = PostgresBinaries.unpacked(data);
            Cluster cluster = new Cluster(data);
            stopOrphan(cluster, binaries);
            cluster.create(binaries);
            EmbeddedPostgres postgres = new EmbeddedPostgres(lock, binaries, cluster);
            postgres.open();
            return postgres;
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    /** The database of a server that is running on {@code data}; empty when there is none. */
    static Optional<DatabaseAddress> running(Path data) {
        if (!Files.isDirectory(data) || !DataLock.isTaken(data)) return Optional.empty();
        Cluster cluster = new Cluster(data);
        return cluster.postmaster().map(postmaster -> cluster.address(postmaster.port()));
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    /** The process that runs now; for tests of what happens when it dies. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public synchronized void close() {
        if (closing) return;
        closing = true;
        if (process.isAlive()) stop(cluster, binaries);
        process.destroyForcibly();
        lock.release();
    }

    /** Leaves it to itself as a kill -9 of us would; for tests. */
    synchronized void abandon() {
        closing = true;
        lock.release();
    }

    private void open() {
        try {
            awaitReady(process, address);
            createDatabase(address);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Thread supervisor = new Thread(this::supervise, "postgres-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /** Waits for its death and starts it again, until we close. */
    private void supervise() {
        Duration pause = SHORTEST_PAUSE;
        Instant since = Instant.now();
        while (true) {
            try {
                process.waitFor();
                if (Duration.between(since, Instant.now()).compareTo(HEALTHY) > 0) pause = SHORTEST_PAUSE;
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            since = Instant.now();
            if (!restart(pause)) return;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** False when we are closing; a restart that fails is tried again by the caller, as the process is dead. */
    private boolean restart(Duration pause) {
        synchronized (this) {
            if (closing) return false;
            LOG.warn("postgres died status={} restarting pause_ms={}", process.exitValue(), pause.toMillis());
            stopOrphan(cluster, binaries);
            int port = freePort();
            process = launch(port);
            address = cluster.address(port);
        }
        try {
            awaitReady(process, address);
            LOG.info("postgres is back pid={}", process.pid());
        } catch (StartFailure e) {
            if (!closing) LOG.error("postgres does not come back, see {}", cluster.log());
        }
        return true;
    }

    private Process launch(int port) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", cluster.files().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            rotateLog();
            return Programs.start(command, cluster.log());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL", e);
        }
    }

    private void rotateLog() throws IOException {
        Path log = cluster.log();
        if (!Files.exists(log) || Files.size(log) < LOG_LIMIT) return;
        Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void awaitReady(Process started, DatabaseAddress at) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (started.isAlive() && Instant.now().isBefore(deadline)) {
            try (Connection connection = connect(at, "postgres")) {
                if (connection.isValid(5)) return;
            } catch (SQLException notYet) {
                sleepBriefly();
            }
        }
        throw new StartFailure(
                "PostgreSQL does not start; " + cluster.log() + " ends with: " + lastWords(cluster.log()));
    }

    private static void createDatabase(DatabaseAddress address) {
        try (Connection connection = connect(address, "postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + Cluster.DATABASE + "'")) {
                if (found.next()) return;
            }
            statement.execute("CREATE DATABASE " + Cluster.DATABASE);
        } catch (SQLException e) {
            throw new StartFailure("cannot create the database: " + e.getMessage(), e);
        }
    }

    private static Connection connect(DatabaseAddress address, String database) throws SQLException {
        return connect(address, database, 5);
    }

    private static Connection connect(DatabaseAddress address, String database, int seconds) throws SQLException {
        DatabaseAddress there = new DatabaseAddress(
                address.host(), address.port(), database, address.user(), address.password(), address.tls());
        return DriverManager.getConnection(there.jdbcUrl(), there.jdbcProperties(seconds));
    }

    /** Stops whoever still runs on these files: left by a server that was killed, or by a postmaster that was. */
    private static void stopOrphan(Cluster cluster, PostgresBinaries binaries) {
        cluster.postmaster().ifPresent(left -> {
            if (isPostgres(left.pid(), cluster)) {
                LOG.warn("stopping the PostgreSQL that a killed server left behind pid={}", left.pid());
                stop(cluster, binaries);
            } else {
                cluster.forgetPostmaster();
            }
        });
    }

    /** A process id may by now be somebody else's, in a container even ours. */
    private static boolean isPostgres(long pid, Cluster cluster) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().commandLine())
                .filter(command -> command.contains(cluster.files().toString()))
                .isPresent();
    }

    /**
     * Fast if it answers and obeys within half a minute, else at once, else by force, as one that stands still needs; what is
     * committed stays committed each way.
     */
    private static void stop(Cluster cluster, PostgresBinaries binaries) {
        List<ProcessHandle> all = processes(cluster);
        if (answers(cluster) && stop(cluster, binaries, "fast", 30)) return;
        if (stop(cluster, binaries, "immediate", 3)) return;
        LOG.warn("postgres does not answer and is killed");
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> each)
                .join());
    }

    private static boolean stop(Cluster cluster, PostgresBinaries binaries, String mode, int seconds) {
        try {
            Programs.run(List.of(
                    binaries.program("pg_ctl"),
                    "stop",
                    "-D",
                    cluster.files().toString(),
                    "-m",
                    mode,
                    "-t",
                    Integer.toString(seconds)));
            return true;
        } catch (IOException | StartFailure e) {
            LOG.warn("postgres did not stop mode={}", mode);
            return false;
        }
    }

    private static List<ProcessHandle> processes(Cluster cluster) {
        return cluster.postmaster().map(Cluster.Postmaster::pid).flatMap(ProcessHandle::of).stream()
                .flatMap(first -> Stream.concat(first.descendants(), Stream.of(first)))
                .toList();
    }

    private static boolean answers(Cluster cluster) {
        Optional<DatabaseAddress> at = cluster.postmaster().map(postmaster -> cluster.address(postmaster.port()));
        if (at.isEmpty()) return false;
        try (Connection connection = connect(at.get(), "postgres", 2)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void createPrivately(Path data) {
        try {
            if (Files.isDirectory(data)) return;
            Files.createDirectories(data);
            Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartFailure("--data: cannot create the directory " + data, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    private static void sleepBriefly() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }
}
