package outfitter.recommender.session;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Who looked at what after what: sessions by number, and for each item the newest sessions that have it. An immutable
 * snapshot in flat arrays, with the sessions since on top; when these have become a quarter of the whole they are made
 * part of the snapshot. Sessions are added one at a time in the order in which they ended, readers never wait: each takes
 * a {@link #view}, which stays what it is.
 *
 * <p>Items are numbers from 0; what they stand for is the caller's to know. Thread-safe.
 */
public final class SessionIndex {
    private static final int FEW = 100_000;

    private volatile State state;

    /** An empty index that keeps the {@code newest} sessions of each item. */
    public SessionIndex(int newest) {
        this(SessionSnapshot.empty(newest));
    }

    private SessionIndex(SessionSnapshot snapshot) {
        state = new State(snapshot, new RecentSessions(snapshot.newest, snapshot.itemCount()));
    }

    /** Adds a session that has ended. Nothing for an empty one; a negative item is refused. */
    public synchronized void add(int[] session) {
        if (session.length == 0) return;
        for (int item : session) if (item < 0) throw new IllegalArgumentException("item " + item);
        state.recent().add(session);
        int onTop = state.recent().seen().eventCount();
        if (onTop >= FEW && onTop >= state.snapshot().items.length / 4) compact();
    }

    /** Makes one snapshot of everything. Readers go on meanwhile, whoever adds waits. */
    public synchronized void compact() {
        if (state.recent().seen().sessionCount() == 0) return;
        SessionSnapshot whole = state.snapshot().with(state.recent().seen());
        state = new State(whole, new RecentSessions(whole.newest, whole.itemCount()));
    }

    /** All sessions up to now. */
    public SessionView view() {
        State now = state;
        return new SessionView(now.snapshot(), now.recent().seen());
    }

    /** What the arrays take. */
    public long bytes() {
        State now = state;
        return now.snapshot().bytes() + now.recent().bytes();
    }

    /** Writes all sessions, and the followers counted last, to {@code file}, which is replaced when all is written. */
    public void save(Path file, Followers followers) throws IOException {
        compact();
        SnapshotFile.write(new Saved(state.snapshot(), followers), file);
    }

    /** What was {@linkplain #save saved}; {@link outfitter.recommender.snapshot.SnapshotRefused} when the file is anything else. */
    public static Loaded load(Path file) throws IOException {
        Saved saved = SnapshotFile.read(file);
        return new Loaded(new SessionIndex(saved.snapshot()), saved.followers());
    }

    /** An index from a file, and the followers that were counted before it was written. */
    public record Loaded(SessionIndex index, Followers followers) {
        /** Signals over it; popularity is counted anew, in one go through the log. */
        public Signals signals(SessionSettings settings) {
            return Signals.of(index.view(), followers, settings);
        }
    }

    /** What is in a file. */
    record Saved(SessionSnapshot snapshot, Followers followers) {}

    private record State(SessionSnapshot snapshot, RecentSessions recent) {}
}
