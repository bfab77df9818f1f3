package outfitter.recommender.session;

import java.io.IOException;

/** A file that is no snapshot, one of another version, or not whole. The message is one clear line that names the file. */
public final class SnapshotRefused extends IOException {
    SnapshotRefused(String message) {
        super(message);
    }
}
