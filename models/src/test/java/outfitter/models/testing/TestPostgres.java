package outfitter.models.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL for tests: quick and forgetful. Binaries come from zonky's jar, are unpacked once per machine below the
 * temporary directory, and the cluster is removed when the JVM ends.
 */
final class TestPostgres {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path cluster;
    private final int port;
    private final Process process;

    private TestPostgres(Path cluster, int port, Process process) {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
    }

    int port() {
        return port;
    }

    static TestPostgres start() {
        try {
            Path binaries = binaries();
            Path cluster = Files.createTempDirectory("outfitter-test-pg");
            run(
                    cluster,
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    cluster.resolve("data").toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions");
            int port = freePort();
            Process process = launch(binaries, cluster, port);
            TestPostgres started = new TestPostgres(cluster, port, process);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL for the tests", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(Path binaries, Path cluster, int port) throws IOException {
        List<String> command = asPlainUser(binaries.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", cluster.resolve("data").toString(), "-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=300",
                "shared_buffers=64MB",
                "autovacuum=off",
                "timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(cluster.resolve("log").toFile())
                .start();
    }

    private void awaitReady() throws InterruptedException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
        for (int attempt = 0; attempt < 600; attempt++) {
            if (!process.isAlive()) break;
            try (Connection connection = DriverManager.getConnection(url)) {
                if (connection.isValid(5)) return;
            } catch (SQLException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("PostgreSQL did not start: " + Files.readString(cluster.resolve("log")));
    }

    /** Stops at once, as nobody wants the data. */
    private void stop() {
        try {
            Process tree = process;
            tree.descendants().forEach(ProcessHandle::destroyForcibly);
            tree.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            delete(cluster);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Some leftovers in the temporary directory hurt nobody.
        }
    }

    /** PostgreSQL refuses to run as root; in a user name space of its own it is nobody. */
    private static List<String> asPlainUser(String program) {
        List<String> command = new ArrayList<>(ROOT ? List.of("unshare", "-U") : List.of());
        command.add(program);
        return command;
    }

    private static void run(Path cluster, String... words) throws IOException, InterruptedException {
        List<String> command = asPlainUser(words[0]);
        command.addAll(List.of(words).subList(1, words.length));
        Path log = cluster.resolve("initdb.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) throw new IOException(Files.readString(log));
    }

    private static Path binaries() throws IOException {
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        String archive = arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "outfitter-test-postgres-" + stamp(archive));
        if (Files.isDirectory(home)) return home;
        Path parent = home.getParent();
        Path fresh = Files.createTempDirectory(parent, "outfitter-unpack");
        unpack(archive, fresh);
        try {
            return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException someoneWasFirst) {
            delete(fresh);
            return home;
        }
    }

    /** Tells releases apart, so that an upgrade is not served yesterday's binaries. */
    private static String stamp(String archive) throws IOException {
        try (InputStream in = resource(archive)) {
            return Integer.toHexString(java.util.Arrays.hashCode(in.readNBytes(1 << 16)));
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream in = resource(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + path + " executable");
        }
    }

    private static InputStream resource(String archive) throws IOException {
        InputStream in = TestPostgres.class.getResourceAsStream("/" + archive);
        if (in == null) throw new IOException(archive + " is not on the class path");
        return in;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
