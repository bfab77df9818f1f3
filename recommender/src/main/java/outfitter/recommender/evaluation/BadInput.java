package outfitter.recommender.evaluation;

import java.nio.file.Path;

/** A file that cannot be measured with. The message is one clear line: file, line, cause. */
public final class BadInput extends RuntimeException {
    BadInput(Path file, String cause) {
        super(file + ": " + cause);
    }

    BadInput(Path file, long line, String cause) {
        super(file + ", line " + line + ": " + cause);
    }
}
