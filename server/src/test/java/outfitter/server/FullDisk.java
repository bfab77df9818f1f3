package outfitter.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import outfitter.server.crash.Stage;

/**
 * A disk that has no room left. As root a small file system of its own below the data directory, filled by one file; for
 * anybody else the database's processes are forbidden to write to files, which fails at the same places.
 */
final class FullDisk implements AutoCloseable {
    private static final int MEGABYTES = 192;
    private static final int MEGABYTE = 1 << 20;

    private final Path data;
    private final boolean mounted;

    FullDisk(Path data) throws IOException {
        this.data = Files.createDirectories(data);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m,mode=700", "tmpfs", data.toString()) == 0;
    }

    /** From now on nothing more can be written. */
    void fill(Stage stage) throws IOException {
        if (!mounted) {
            for (ProcessHandle each : stage.database()) run("prlimit", "--pid=" + each.pid(), "--fsize=0");
            return;
        }
        byte[] nothing = new byte[MEGABYTE];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) ballast.write(nothing);
        } catch (IOException full) {
            // That is the purpose.
        }
    }

    /** There is room again. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return data.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        if (mounted) run("umount", "-l", data.toString());
    }

    private static int run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue();
    }
}
