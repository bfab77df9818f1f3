package outfitter.recommender.session;

/** A state of the {@link SessionIndex} that does not change. Thread-safe. */
public final class SessionView {
    private final SessionSnapshot snapshot;
    private final RecentSessions.Seen recent;
    private final int older;

    SessionView(SessionSnapshot snapshot, RecentSessions.Seen recent) {
        this.snapshot = snapshot;
        this.recent = recent;
        older = snapshot.sessionCount();
    }

    /** How many sessions there are; they are numbered from 0, the oldest. */
    public int sessions() {
        return older + recent.sessionCount();
    }

    /** One more than the highest item. */
    public int items() {
        return Math.max(snapshot.itemCount(), recent.itemCount());
    }

    public long events() {
        return (long) snapshot.items.length + recent.eventCount();
    }

    /** How many of the sessions with {@code item} can be had. */
    public int sessionsOf(int item) {
        return Math.min(snapshot.newest, snapshot.sessionsOf(item) + recent.sessionsOf(item));
    }

    /** Writes the newest sessions with {@code item} to {@code into}, newest first, at most {@code most}; tells how many. */
    int newest(int item, int most, int[] into) {
        int limit = Math.min(most, snapshot.newest);
        int length = recent.newest(item, limit, older, into);
        if (item >= snapshot.itemCount()) return length;
        int first = snapshot.rings[item];
        for (int i = snapshot.rings[item + 1] - 1; i >= first && length < limit; i--) {
            into[length++] = snapshot.sessions[i];
        }
        return length;
    }

    /** Lets {@code session} read one session. */
    void open(int number, OpenSession session) {
        if (number < older) session.set(snapshot.items, snapshot.starts[number], snapshot.starts[number + 1]);
        else session.set(recent.items(), recent.start(number - older), recent.start(number - older + 1));
    }

    /** How many items a session has. */
    int length(int number) {
        if (number < older) return snapshot.starts[number + 1] - snapshot.starts[number];
        return recent.start(number - older + 1) - recent.start(number - older);
    }

    /** How long ago a session ended, as a fraction of the whole log: 0 for the newest. */
    double age(int number) {
        return (sessions() - 1.0 - number) / Math.max(1, sessions());
    }

    /** Where the items of one session lie; moved from one to the next. */
    static final class OpenSession {
        int[] items = new int[0];
        int from;
        int to;

        private void set(int[] array, int start, int end) {
            items = array;
            from = start;
            to = end;
        }

        int length() {
            return to - from;
        }
    }
}
