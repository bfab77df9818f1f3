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
 * A {@link SessionSnapshot} in a file: 'OUTFSESS', the version, the lengths, the four arrays as little-endian numbers of
 * four bytes, and a CRC-32C over all of it. A file is written beside the old one and takes its place when it is complete.
 */
final class SnapshotFile {
    static final int VERSION = 1;
    private static final long MAGIC = 0x4F55544653455353L; // OUTFSESS
    private static final int HEADER = Long.BYTES + 6 * Integer.BYTES;
    private static final int CHUNK = 1 << 20;

    private SnapshotFile() {}

    static void write(SessionSnapshot snapshot, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Out out = new Out(channel);
            out.header(snapshot);
            out.numbers(snapshot.starts);
            out.numbers(snapshot.items);
            out.numbers(snapshot.rings);
            out.numbers(snapshot.sessions);
            out.end();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static SessionSnapshot read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            In in = new In(channel, file);
            int[] lengths = in.header();
            SessionSnapshot read = new SessionSnapshot(
                    lengths[0],
                    in.numbers(lengths[1]),
                    in.numbers(lengths[2]),
                    in.numbers(lengths[3]),
                    in.numbers(lengths[4]));
            in.end();
            return read;
        }
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

        void header(SessionSnapshot snapshot) throws IOException {
            buffer.putLong(MAGIC).putInt(VERSION).putInt(snapshot.newest);
            buffer.putInt(snapshot.starts.length).putInt(snapshot.items.length);
            buffer.putInt(snapshot.rings.length).putInt(snapshot.sessions.length);
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
            int[] header = new int[5];
            long size = HEADER + Integer.BYTES;
            for (int i = 0; i < header.length; i++) {
                header[i] = buffer.getInt();
                if (i > 0) size += (long) Integer.BYTES * header[i];
            }
            boolean possible = header[0] > 0 && header[1] > 0 && header[2] >= 0 && header[3] > 0 && header[4] >= 0;
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
