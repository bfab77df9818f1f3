package outfitter.server.postgres;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.StartFailure;

/**
 * A PostgreSQL cluster on disk below the data directory:
 *
 * <pre>
 * database/            PostgreSQL's own files
 * database.password    of the user outfitter, generated, readable by its owner only
 * postgres.log         what PostgreSQL says, without values and statements
 * </pre>
 */
final class Cluster {
    static final String USER = "outfitter";
    static final String DATABASE = "outfitter";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String MAJOR = "18";
    private static final int PASSWORD_BYTES = 24;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path data;

    Cluster(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    Path files() {
        return data.resolve("database");
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new StartFailure("cannot read " + passwordFile() + ", which holds the database's password", e);
        }
    }

    DatabaseAddress address(int port) {
        return new DatabaseAddress("127.0.0.1", port, DATABASE, USER, password(), SslMode.DISABLE);
    }

    /** Makes the cluster unless it is there; made whole or not at all, whenever we are killed. */
    void create(PostgresBinaries binaries) {
        try {
            if (Files.exists(files().resolve("PG_VERSION"))) {
                checkVersion();
                return;
            }
            LOG.info("creating the database in {}", files());
            createPassword();
            Path fresh = data.resolve("database.new");
            delete(fresh);
            Programs.run(List.of(
                    binaries.program("initdb"),
                    "-D",
                    fresh.toString(),
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile(),
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            Files.move(fresh, files(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the database in " + files(), e);
        }
    }

    /** The process and port of whoever runs on these files, or ran when it was killed. */
    Optional<Postmaster> postmaster() {
        try {
            List<String> lines = Files.readAllLines(files().resolve("postmaster.pid"));
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    void forgetPostmaster() {
        try {
            Files.deleteIfExists(files().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path passwordFile() {
        return data.resolve("database.password");
    }

    private void createPassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), OWNER_ONLY);
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(files().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
            throw new StartFailure(
                    "the data in " + files() + " is of PostgreSQL " + version + ", and this server brings " + MAJOR
                            + "; move it with pg_dump, or name a server of yours in OUTFITTER_DATABASE_URL");
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    /**
     * PostgreSQL's first process.
     *
     * @param port where it listens on loopback
     */
    record Postmaster(long pid, int port) {}
}
