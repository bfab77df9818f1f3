package outfitter.server.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import outfitter.models.json.Json;

/** Writes a snapshot into a file that only its owner may read; the file appears when it is whole. */
final class BackupWriter {
    private final Progress progress;

    BackupWriter(Progress progress) {
        this.progress = progress;
    }

    /** What was written, with the rows of each table. */
    Manifest write(Snapshot from, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Manifest written = write(from, zip);
            zip.finish();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private Manifest write(Snapshot from, ZipOutputStream zip) throws IOException {
        List<Manifest.Table> counted = new ArrayList<>();
        Manifest manifest = from.manifest();
        for (Manifest.Table table : manifest.tables()) {
            progress.at(table.name());
            zip.putNextEntry(new ZipEntry(FileSnapshot.entry(table)));
            try (Lines rows = new Lines(from.rows(table))) {
                rows.transferTo(zip);
                counted.add(table.counted(rows.count));
            }
            zip.closeEntry();
        }
        Manifest whole = manifest.with(counted);
        zip.putNextEntry(new ZipEntry(FileSnapshot.MANIFEST));
        zip.write(Json.write(whole).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return whole;
    }

    /** Counts lines on their way: in PostgreSQL's text format a row is a line, as breaks within it are escaped. */
    private static final class Lines extends FilterInputStream {
        private long count;

        Lines(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next == '\n') count++;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            for (int i = offset; i < offset + got; i++) if (into[i] == '\n') count++;
            return got;
        }
    }
}
