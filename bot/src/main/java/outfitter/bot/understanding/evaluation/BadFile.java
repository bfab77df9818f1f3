package outfitter.bot.understanding.evaluation;

import java.nio.file.Path;

/** A file that cannot be used, with where and why. */
public final class BadFile extends RuntimeException {
    BadFile(Path file, long line, String cause) {
        super(file + ":" + line + ": " + cause, null, false, false);
    }

    BadFile(Path file, String cause) {
        super(file + ": " + cause, null, false, false);
    }
}
