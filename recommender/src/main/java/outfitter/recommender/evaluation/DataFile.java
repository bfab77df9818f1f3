package outfitter.recommender.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file of data as text, unpacked where it is packed. */
final class DataFile {
    private static final int BUFFER = 1 << 16;

    private DataFile() {}

    /** The text of {@code file}, UTF-8; whoever asks closes it. */
    static BufferedReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new BadInput(file, "is a directory");
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            InputStream plain = isPacked(bytes) ? new GZIPInputStream(bytes, BUFFER) : bytes;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
        } catch (NoSuchFileException missing) {
            throw new BadInput(file, "there is no such file");
        }
    }

    private static boolean isPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first == 0x1f && second == 0x8b;
    }
}
