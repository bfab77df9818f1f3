package outfitter.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import outfitter.server.StartFailure;

/**
 * The right to use a data directory, for one process at a time. The system releases it when the process ends, however it
 * ends, so no stale lock can remain.
 */
final class DataLock {
    private static final String NAME = "lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Throws {@link StartFailure} when another process has it. */
    static DataLock take(Path data) {
        DataLock lock = tryTake(data);
        if (lock == null)
            throw new StartFailure("another server" + holder(data) + " uses the data in " + data
                    + "; stop it or choose another directory with --data");
        return lock;
    }

    /** Whether another process has it. */
    static boolean isTaken(Path data) {
        if (!Files.exists(data.resolve(NAME))) return false;
        DataLock lock = tryTake(data);
        if (lock == null) return true;
        lock.release();
        return false;
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable DataLock tryTake(Path data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locks(channel)) {
                channel.close();
                return null;
            }
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
            return new DataLock(channel);
        } catch (IOException e) {
            throw new StartFailure("--data: cannot write to " + data, e);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(Path data) {
        try {
            String pid = Files.readString(data.resolve(NAME)).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
