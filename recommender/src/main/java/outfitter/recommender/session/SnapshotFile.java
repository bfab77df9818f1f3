package outfitter.recommender.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A {@link SessionSnapshot} in a file: 'OUTFSESS', the version, the lengths, the seven arrays as little-endian numbers
 * of four bytes, and a CRC-32C over all of it. A file is written beside the old one and takes its place when it is complete.
 */
final class SnapshotFile {
    static final int VERSION = 1;
    private static final long MAGIC = 0x4F55544653455353L; // OUTFSESS
    private static final int ARRAYS = 7;
    private static final int HEADER = Long.BYTES + (2 + ARRAYS) * Integer.BYTES;
    private static final int CHUNK = 1 << 20;

    private SnapshotFile() {}

    static void write(SessionIndex.Saved saved, Path file) throws IOException {
        int[][] arrays = arrays(saved);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Out out = new Out(channel);
            out.header(saved.snapshot().newest, arrays);
            for (int[] array : arrays) out.numbers(array);
            out.end();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static SessionIndex.Saved read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            In in = new In(channel, file);
            int[] header = in.header();
            int[][] arrays = new int[ARRAYS][];
            for (int i = 0; i < ARRAYS; i++) arrays[i] = in.numbers(header[1 + i]);
            in.end();
            return new SessionIndex.Saved(
                    new SessionSnapshot(header[0], arrays[0], arrays[1], arrays[2], arrays[3]),
                    Followers.of(new int[][] {arrays[4], arrays[5], arrays[6]}));
        }
    }

    private static int[][] arrays(SessionIndex.Saved saved) {
        SessionSnapshot snapshot = saved.snapshot();
        int[][] followers = saved.followers().arrays();
        return new int[][] {
            snapshot.starts, snapshot.items, snapshot.rings, snapshot.sessions, followers[0], followers[1], followers[2]
        };
    }

    private static ByteBuffer chunk() {
        return ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Out {
        private final FileChannel channel;
        private final ByteBuffer buffer = chunk();
        private final CRC32C sum = new CRC32C();

        Out(FileChannel channel) {
            this.channel = channel;
        }

        void header(int newest, int[][] arrays) throws IOException {
            buffer.putLong(MAGIC).putInt(VERSION).putInt(newest);
            for (int[] array : arrays) buffer.putInt(array.length);
            flush();
        }

        void numbers(int[] numbers) throws IOException {
            for (int at = 0; at < numbers.length; ) {
                int length = Math.min(numbers.length - at, CHUNK / Integer.BYTES);
                buffer.asIntBuffer().put(numbers, at, length);
                buffer.position(length * Integer.BYTES);
                at += length;
                flush();
            }
        }

        void end() throws IOException {
            buffer.putInt((int) sum.getValue());
            flush();
        }

        private void flush() throws IOException {
            buffer.flip();
            sum.update(buffer.duplicate());
            while (buffer.hasRemaining()) channel.write(buffer);
            buffer.clear();
        }
    }

    private static final class In {
        private final FileChannel channel;
        private final Path file;
        private final ByteBuffer buffer = chunk();
        private final CRC32C sum = new CRC32C();

        In(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        /** The number of newest sessions kept, then the lengths of the arrays, which fit the length of the file. */
        int[] header() throws IOException {
            if (channel.size() < HEADER) throw refused("is no index of sessions, or cut short in its first bytes");
            fill(HEADER);
            if (buffer.getLong() != MAGIC) throw refused("is no index of sessions");
            int version = buffer.getInt();
            if (version != VERSION) throw refused("is of version " + version + ", and this program reads " + VERSION);
            int[] header = new int[1 + ARRAYS];
            long size = HEADER + Integer.BYTES;
            for (int i = 0; i < header.length; i++) {
                header[i] = buffer.getInt();
                if (i > 0) size += (long) Integer.BYTES * header[i];
            }
            boolean possible = header[0] > 0 && header[1] > 0 && header[3] > 0 && header[5] > 0;
            for (int length : header) possible &= length >= 0;
            if (!possible) throw refused("is damaged in its first bytes");
            if (channel.size() < size) throw refused("is cut short: " + channel.size() + " bytes of " + size);
            if (channel.size() > size) throw refused("is too long: " + channel.size() + " bytes, not " + size);
            return header;
        }

        int[] numbers(int length) throws IOException {
            int[] numbers = new int[length];
            for (int at = 0; at < length; ) {
                int next = Math.min(length - at, CHUNK / Integer.BYTES);
                fill(next * Integer.BYTES);
                buffer.asIntBuffer().get(numbers, at, next);
                at += next;
            }
            return numbers;
        }

        void end() throws IOException {
            int expected = (int) sum.getValue();
            fill(Integer.BYTES);
            if (buffer.getInt() != expected) throw refused("is damaged: its checksum does not fit");
        }

        private void fill(int bytes) throws IOException {
            buffer.clear().limit(bytes);
            while (buffer.hasRemaining()) if (channel.read(buffer) < 0) throw refused("is cut short");
            buffer.flip();
            sum.update(buffer.duplicate());
        }

        private SnapshotRefused refused(String why) {
            return new SnapshotRefused(file + " " + why);
        }
    }
}
