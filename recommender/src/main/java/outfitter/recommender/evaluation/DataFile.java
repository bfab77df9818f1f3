package outfitter.recommender.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file of data as text, unpacked where it is packed. */
final class DataFile {
    private static final int BUFFER = 1 << 16;

    private DataFile() {}

    /** The text of {@code file}, UTF-8, without the mark that some programs begin it with; whoever asks closes it. */
    static BufferedReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new BadInput(file, "is a directory");
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            InputStream plain = isPacked(bytes) ? new GZIPInputStream(bytes, BUFFER) : bytes;
            BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
            text.mark(1);
            if (text.read() != '\uFEFF') text.reset();
            return text;
        } catch (NoSuchFileException missing) {
            throw new BadInput(file, "there is no such file");
        } catch (ZipException | EOFException broken) {
            throw torn(file, broken);
        }
    }

    /** What to say of a packed file that is damaged or cut short. */
    static BadInput torn(Path file, Exception broken) {
        return new BadInput(file, "is packed and cannot be unpacked: " + broken.getMessage());
    }

    private static boolean isPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first == 0x1f && second == 0x8b;
    }
}
