package outfitter.server.channel;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Other people's packages from npm, for tests against something that we did not write. */
public final class PublicPackages {
    private PublicPackages() {}

    /**
     * Fetches what {@code source} asks for into {@code home}, once for each change of its lock file; whoever comes
     * meanwhile waits, also from another JVM.
     *
     * @param source holds package.json, package-lock.json and peer.mjs, which are copied to {@code home}
     * @param log what npm says
     */
    public static void install(Path source, Path home, Path log) throws IOException, InterruptedException {
        Files.createDirectories(home);
        try (FileChannel door = FileChannel.open(home.resolve("door"), CREATE, WRITE);
                FileLock mine = door.lock()) {
            if (mine.isValid()) fetch(source, home, log);
        }
    }

    private static void fetch(Path source, Path home, Path log) throws IOException, InterruptedException {
        Path stamp = home.resolve("installed.json");
        Path lock = source.resolve("package-lock.json");
        for (String file : List.of("package.json", "package-lock.json", "peer.mjs")) {
            Files.copy(source.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(stamp) && Files.mismatch(stamp, lock) < 0) return;
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (npm.waitFor() != 0) throw new IOException("npm ci failed: " + Files.readString(log));
        Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
    }
}
