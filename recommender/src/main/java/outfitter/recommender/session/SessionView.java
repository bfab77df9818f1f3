package outfitter.recommender.session;

import java.util.Arrays;

/** A state of the {@link SessionIndex} that does not change. Thread-safe. */
public final class SessionView {
    private final SessionSnapshot snapshot;
    private final RecentSessions.Seen recent;
    private final int older;
    private final int all;
    private final double share;

    SessionView(SessionSnapshot snapshot, RecentSessions.Seen recent) {
        this.snapshot = snapshot;
        this.recent = recent;
        older = snapshot.sessionCount();
        all = older + recent.sessionCount();
        share = 1.0 / Math.max(1, all);
    }

    /** How many sessions there are; they are numbered from 0, the oldest. */
    public int sessions() {
        return all;
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

    /**
     * Has the beginnings of all these sessions on their way to the processor's cache: as no look here waits for the one
     * before, they cost hardly more than one. What is noted in {@code session} means nothing but that the looks are wanted.
     */
    void fetch(int[] numbers, int count, OpenSession session) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (numbers[i] < older) sum += snapshot.items[snapshot.starts[numbers[i]]];
        }
        session.fetched = sum;
    }

    /** Lets {@code session} read one session. */
    void open(int number, OpenSession session) {
        if (number < older) session.set(snapshot.items, snapshot.starts[number], snapshot.starts[number + 1]);
        else session.set(recent.items(), recent.start(number - older), recent.start(number - older + 1));
    }

    /** The items of one session, oldest first; a copy. */
    public int[] session(int number) {
        OpenSession session = new OpenSession();
        open(number, session);
        return Arrays.copyOfRange(session.items, session.from, session.to);
    }

    /** How many items a session has. */
    int length(int number) {
        if (number < older) return snapshot.starts[number + 1] - snapshot.starts[number];
        return recent.start(number - older + 1) - recent.start(number - older);
    }

    /** How long ago a session ended, as a fraction of the whole log: 0 for the newest. */
    double age(int number) {
        return (all - 1 - number) * share;
    }

    /** Where the items of one session lie; moved from one to the next. */
    static final class OpenSession {
        int[] items = new int[0];
        int from;
        int to;
        int fetched;

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
