package outfitter.server.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import outfitter.models.json.Json;
import outfitter.server.StartFailure;

/**
 * A backup file: a zip with one entry a table and {@value #MANIFEST}, written last, so that a file without it was cut off.
 * Every entry carries its checksum, which reading verifies.
 */
final class FileSnapshot implements Snapshot {
    static final String MANIFEST = "manifest.json";

    private final Path file;
    private final ZipFile zip;

    private FileSnapshot(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Throws {@link StartFailure} when there is no such file or it is no whole backup. */
    static FileSnapshot of(Path file) {
        if (!Files.isRegularFile(file)) throw new StartFailure("there is no file " + file);
        try {
            return new FileSnapshot(file, new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw new StartFailure(file + " is no backup, or not a whole one", e);
        } catch (IOException e) {
            throw new StartFailure("cannot read " + file, e);
        }
    }

    static String entry(Manifest.Table table) {
        return "tables/" + table.name();
    }

    @Override
    public Manifest manifest() throws IOException {
        try (InputStream in = open(MANIFEST)) {
            Manifest manifest = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Manifest.class);
            if (manifest.format() == Manifest.FORMAT) return manifest;
            throw new StartFailure(file + " is of format " + manifest.format() + ", and this server reads "
                    + Manifest.FORMAT + ": use the Outfitter that wrote it, or a newer one");
        } catch (IllegalArgumentException e) {
            throw new StartFailure(file + " is no backup of ours", e);
        }
    }

    @Override
    public InputStream rows(Manifest.Table table) throws IOException {
        return open(entry(table));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new StartFailure(file + " is no whole backup: it lacks " + name);
        return new Verified(zip.getInputStream(entry), entry.getCrc(), file + " is damaged in " + name);
    }

    /** Fails at the end of what does not have its checksum, which {@link ZipFile} does not look at. */
    private static final class Verified extends CheckedInputStream {
        private final long promised;
        private final String damage;

        Verified(InputStream in, long promised, String damage) {
            super(in, new CRC32());
            this.promised = promised;
            this.damage = damage;
        }

        @Override
        public int read() throws IOException {
            try {
                return verified(super.read());
            } catch (ZipException | EOFException e) {
                throw new IOException(damage, e);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return verified(super.read(into, offset, length));
            } catch (ZipException | EOFException e) {
                throw new IOException(damage, e);
            }
        }

        private int verified(int read) throws IOException {
            if (read < 0 && getChecksum().getValue() != promised) throw new IOException(damage);
            return read;
        }
    }
}
