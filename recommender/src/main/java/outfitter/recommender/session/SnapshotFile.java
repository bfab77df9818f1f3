package outfitter.recommender.session;

import java.io.IOException;
import java.nio.file.Path;
import outfitter.recommender.snapshot.ArrayFile;
import outfitter.recommender.snapshot.Parts;

/** A {@link SessionSnapshot} and the followers counted last, in a file. */
final class SnapshotFile {
    private static final long SIGN = 0x4F55544653455353L; // OUTFSESS
    private static final ArrayFile FILE = new ArrayFile(SIGN, 2, "index of sessions");

    private SnapshotFile() {}

    static void write(SessionIndex.Saved saved, Path file) throws IOException {
        SessionSnapshot snapshot = saved.snapshot();
        Parts parts = new Parts()
                .add(new int[] {snapshot.newest})
                .add(snapshot.starts)
                .add(snapshot.items)
                .add(snapshot.rings)
                .add(snapshot.sessions);
        for (int[] array : saved.followers().arrays()) parts.add(array);
        FILE.write(file, parts);
    }

    static SessionIndex.Saved read(Path file) throws IOException {
        Parts.Taken taken = FILE.read(file);
        int newest = taken.ints()[0];
        return new SessionIndex.Saved(
                new SessionSnapshot(newest, taken.ints(), taken.ints(), taken.ints(), taken.ints()),
                Followers.of(new int[][] {taken.ints(), taken.ints(), taken.ints()}));
    }
}
