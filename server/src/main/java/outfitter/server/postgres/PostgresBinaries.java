package outfitter.server.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import outfitter.server.StartFailure;

/**
 * PostgreSQL's programs, unpacked from the archive that we carry. They are kept in the user's cache, so that this takes
 * its three seconds once, or below the data directory where there is no such cache.
 */
final class PostgresBinaries {
    private static final String NAMES = "postgres";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** The programs, unpacked if they are not yet; safe when two processes do it at once. */
    static PostgresBinaries unpacked(Path data) {
        String archive = archive();
        URL resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null)
            throw new StartFailure("there is no PostgreSQL for this machine (" + System.getProperty("os.arch")
                    + ") in the package; name one of yours in OUTFITTER_DATABASE_URL");
        try {
            Path home = cache(data).resolve(NAMES + "-" + stamp(resource));
            if (!Files.isDirectory(home)) unpack(resource, home);
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL", e);
        }
    }

    /** The full path of a program such as {@code initdb}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String archive() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return arch.contains("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }

    private static Path cache(Path data) {
        Path user = Optional.ofNullable(System.getProperty("user.home"))
                .map(Path::of)
                .orElse(data);
        Path cache = user.resolve(".cache").resolve("outfitter");
        try {
            Files.createDirectories(cache);
            if (Files.isWritable(cache)) return cache;
        } catch (IOException e) {
            // A user without a home, such as a service's.
        }
        return data;
    }

    /** Tells one release from another without reading it. */
    private static String stamp(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar)
            return Long.toHexString(jar.getJarEntry().getCrc());
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL resource, Path home) throws IOException {
        Path parent = home.toAbsolutePath().getParent();
        if (parent == null) throw new IOException("no place for " + home);
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "unpacking");
        try (InputStream in = resource.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(fresh);
            if (!Files.isDirectory(home)) throw e;
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) throw new IOException("outside of the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path folder = path.getParent();
        if (folder != null) Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0100) != 0;
        if (program && !path.toFile().setExecutable(true, false))
            throw new IOException("cannot make executable: " + path);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
