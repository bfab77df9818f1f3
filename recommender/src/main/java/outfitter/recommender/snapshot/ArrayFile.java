package outfitter.recommender.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One kind of file: its sign, its version, how many arrays and the length of each, the arrays as little-endian numbers of
 * four bytes, and a CRC-32C over all of it. Thread-safe.
 */
public final class ArrayFile {
    private static final int CHUNK = 1 << 20;
    private static final int HEADER = Long.BYTES + 2 * Integer.BYTES;
    private static final int MOST_ARRAYS = 1_000;

    private final long sign;
    private final int version;
    private final String what;

    /**
     * A kind of file.
     *
     * @param sign its first eight bytes
     * @param version of what is in it; another one is refused
     * @param what it is, for messages: 'index of sessions'
     */
    public ArrayFile(long sign, int version, String what) {
        this.sign = sign;
        this.version = version;
        this.what = what;
    }

    /** Writes {@code file} anew; the old one stays until all is written. */
    public void write(Path file, Parts parts) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Out out = new Out(channel);
            out.header(sign, version, parts);
            for (Parts.Part part : parts.all()) out.numbers(part.numbers().get());
            out.end();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is in {@code file}; {@link SnapshotRefused} when that is anything else than what was written. */
    public Parts.Taken read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            In in = new In(channel, file);
            int[] lengths = in.lengths();
            List<int[]> arrays = new ArrayList<>();
            for (int length : lengths) arrays.add(in.numbers(length));
            in.end();
            return new Parts.Taken(arrays);
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

        void header(long sign, int version, Parts parts) throws IOException {
            buffer.putLong(sign).putInt(version).putInt(parts.all().size());
            for (Parts.Part part : parts.all()) buffer.putInt(part.length());
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

    private final class In {
        private final FileChannel channel;
        private final Path file;
        private final ByteBuffer buffer = chunk();
        private final CRC32C sum = new CRC32C();

        In(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        /** The lengths of the arrays, which fit the length of the file. */
        int[] lengths() throws IOException {
            if (channel.size() < HEADER) throw refused("is no " + what + ", or cut short in its first bytes");
            fill(HEADER);
            if (buffer.getLong() != sign) throw refused("is no " + what);
            int given = buffer.getInt();
            if (given != version) throw refused("is of version " + given + ", and this program reads " + version);
            int count = buffer.getInt();
            if (count < 0 || count > MOST_ARRAYS) throw refused("is damaged in its first bytes");
            long size = HEADER + (1L + count) * Integer.BYTES;
            if (channel.size() < size) throw refused("is cut short");
            fill(count * Integer.BYTES);
            int[] lengths = new int[count];
            for (int i = 0; i < count; i++) {
                lengths[i] = buffer.getInt();
                if (lengths[i] < 0) throw refused("is damaged in its first bytes");
                size += (long) Integer.BYTES * lengths[i];
            }
            if (channel.size() < size) throw refused("is cut short: " + channel.size() + " bytes of " + size);
            if (channel.size() > size) throw refused("is too long: " + channel.size() + " bytes, not " + size);
            return lengths;
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
