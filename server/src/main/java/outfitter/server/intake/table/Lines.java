package outfitter.server.intake.table;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, however they end, none longer than {@link #LONGEST}: of what is longer only the beginning is kept, so
 * that a file without a line break costs no more memory than any other. For one thread.
 */
final class Lines {
    /** So many characters are no row of anybody's. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean skipsFeed;

    Lines(Reader in) {
        this.in = in;
    }

    /** The next line without its end; null after the last. One that {@link #isCut} is only the beginning of a longer one. */
    @Nullable
    String next() throws IOException {
        if (!fill()) return null;
        if (skipsFeed && buffer[at] == '\n') at++;
        skipsFeed = false;
        StringBuilder begun = null;
        while (fill()) {
            int stop = stop();
            if (begun == null && stop < end) return line(null, stop);
            if (begun == null) begun = new StringBuilder(2 * (stop - at));
            if (stop < end) return line(begun, stop);
            append(begun, stop);
            at = stop;
        }
        return begun == null ? null : begun.toString();
    }

    /** Whether {@code line} is longer in the text than here. */
    static boolean isCut(String line) {
        return line.length() > LONGEST;
    }

    private String line(@Nullable StringBuilder begun, int stop) {
        String line;
        if (begun == null) {
            line = new String(buffer, at, stop - at);
        } else {
            append(begun, stop);
            line = begun.toString();
        }
        skipsFeed = buffer[stop] == '\r';
        at = stop + 1;
        return line;
    }

    private void append(StringBuilder begun, int stop) {
        begun.append(buffer, at, Math.min(stop - at, LONGEST + 1 - begun.length()));
    }

    /** Where the line ends, or the buffer does. */
    private int stop() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') stop++;
        return stop;
    }

    private boolean fill() throws IOException {
        if (at < end) return true;
        at = 0;
        end = in.read(buffer, 0, BUFFER);
        return end > 0;
    }
}
