package outfitter.recommender.snapshot;

import java.io.IOException;

/** A file that is no snapshot, one of another version, or not whole. The message is one clear line that names the file. */
public final class SnapshotRefused extends IOException {
    private static final long serialVersionUID = 1;

    public SnapshotRefused(String message) {
        super(message);
    }
}
