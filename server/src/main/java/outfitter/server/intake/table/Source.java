package outfitter.server.intake.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file's bytes, unpacked when they are gzipped, whatever the name says.
 *
 * @param file what is read, as often as it is opened
 */
public record Source(Path file) {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;

    /** What goes wrong while reading, in words for the file's owner; other failures stay what they are. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** The unpacked bytes. {@code passed} hears how many bytes of the file were read so far. */
    InputStream open(LongConsumer passed) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(new Counting(Files.newInputStream(file), passed), BUFFER);
        raw.mark(MAGIC);
        int first = raw.read();
        int second = raw.read();
        raw.reset();
        if (first == 'P' && second == 'K')
            throw new BadTable("is a workbook or an archive; save it as CSV (or CSV in .gz)");
        if (first != 0x1f || second != 0x8b) return raw;
        return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
    }

    /** Runs {@code reading}; what is wrong with the packing becomes a {@link BadTable}. */
    static <T> T checked(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ZipException | EOFException e) {
            throw new BadTable("is a broken .gz: it ends too early or was changed");
        }
    }

    /** How many bytes the file has, packed as it is. */
    public long bytes() throws IOException {
        return Files.size(file);
    }

    private static final class Counting extends FilterInputStream {
        private final LongConsumer passed;
        private long count;

        Counting(InputStream in, LongConsumer passed) {
            super(in);
            this.passed = passed;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) passed.accept(++count);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                count += read;
                passed.accept(count);
            }
            return read;
        }
    }
}
