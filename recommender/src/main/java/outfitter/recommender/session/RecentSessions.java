package outfitter.recommender.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that ended since the snapshot was made: the same arrays, with room to grow. One thread adds, any number
 * read what was there when they took {@link #seen}; what is written later lies beyond what they look at.
 *
 * <p>The newest sessions of an item lie in a ring: the first number of the array counts how many were ever added, the
 * place of the next goes round behind it. A reader of a ring that goes round meanwhile finds newer sessions than it has
 * seen, and passes them over.
 */
final class RecentSessions {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int FIRST_RING = 4;

    private final int newest;
    private int[] starts = new int[256];
    private int[] items = new int[1024];
    private AtomicReferenceArray<int[]> rings;
    private int itemCount;
    private long ringBytes;
    private volatile Seen seen;

    RecentSessions(int newest, int expectedItems) {
        this.newest = newest;
        rings = new AtomicReferenceArray<>(Math.max(256, expectedItems));
        itemCount = expectedItems;
        seen = new Seen(starts, items, rings, itemCount, 0);
    }

    /** What has been added so far. */
    Seen seen() {
        return seen;
    }

    /** Adds one session. By one thread at a time. */
    void add(int[] session) {
        int number = seen.sessionCount();
        int from = starts[number];
        reserve(number + 2, from + session.length);
        System.arraycopy(session, 0, items, from, session.length);
        starts[number + 1] = from + session.length;
        for (int item : session) link(item, number);
        seen = new Seen(starts, items, rings, itemCount, number + 1);
    }

    long bytes() {
        int reference = Integer.BYTES;
        return Integer.BYTES * ((long) starts.length + items.length) + (long) reference * rings.length() + ringBytes;
    }

    private void reserve(int sessions, int events) {
        if (sessions >= starts.length) starts = Arrays.copyOf(starts, 2 * starts.length);
        if (events > items.length) items = Arrays.copyOf(items, Math.max(events, items.length + items.length / 2));
    }

    private void link(int item, int session) {
        if (item >= itemCount) admit(item);
        int[] ring = rings.getPlain(item);
        if (ring == null) {
            ring = new int[Math.min(FIRST_RING, newest + 1)];
            ringBytes += bytesOf(ring);
            rings.set(item, ring);
        }
        int added = ring[0];
        int room = ring.length - 1;
        if (added > 0 && ring[1 + (added - 1) % room] == session) return; // looked at twice in one session
        if (added == room && room < newest) {
            ringBytes -= bytesOf(ring);
            ring = Arrays.copyOf(ring, Math.min(2 * ring.length, newest + 1));
            ringBytes += bytesOf(ring);
            room = ring.length - 1;
            rings.set(item, ring);
        }
        ring[1 + added % room] = session;
        ELEMENT.setRelease(ring, 0, added + 1);
    }

    private void admit(int item) {
        itemCount = item + 1;
        if (item < rings.length()) return;
        AtomicReferenceArray<int[]> larger = new AtomicReferenceArray<>(Math.max(item + 1, 2 * rings.length()));
        for (int i = 0; i < rings.length(); i++) larger.setPlain(i, rings.getPlain(i));
        rings = larger;
    }

    private static long bytesOf(int[] ring) {
        int header = 16;
        return header + (long) Integer.BYTES * ring.length;
    }

    /** A state of it that does not change for whoever holds it. Sessions are numbered from 0 here. */
    static final class Seen {
        private final int[] starts;
        private final int[] items;
        private final AtomicReferenceArray<int[]> rings;
        private final int itemCount;
        private final int sessionCount;

        private Seen(int[] starts, int[] items, AtomicReferenceArray<int[]> rings, int itemCount, int sessionCount) {
            this.starts = starts;
            this.items = items;
            this.rings = rings;
            this.itemCount = itemCount;
            this.sessionCount = sessionCount;
        }

        int itemCount() {
            return itemCount;
        }

        int sessionCount() {
            return sessionCount;
        }

        int[] items() {
            return items;
        }

        int eventCount() {
            return starts[sessionCount];
        }

        int start(int session) {
            return starts[session];
        }

        /** How many of an item's sessions can be had. */
        int sessionsOf(int item) {
            int[] ring = ring(item);
            return ring == null ? 0 : Math.min((int) ELEMENT.getAcquire(ring, 0), ring.length - 1);
        }

        /** Writes up to {@code most} of an item's sessions, newest first, {@code offset} added; tells how many. */
        int newest(int item, int most, int offset, int[] into) {
            int[] ring = ring(item);
            if (ring == null) return 0;
            int added = (int) ELEMENT.getAcquire(ring, 0);
            int room = ring.length - 1;
            int oldest = Math.max(0, added - room);
            int length = 0;
            for (int i = added - 1; i >= oldest && length < most; i--) {
                int session = ring[1 + i % room];
                if (session < sessionCount) into[length++] = session + offset;
            }
            return length;
        }

        /** Writes the newest {@code count} of an item's sessions, oldest first. Only while nothing is added. */
        void copySessions(int item, int count, int offset, int[] into, int at) {
            int[] ring = ring(item);
            if (ring == null) return;
            int room = ring.length - 1;
            for (int i = 0; i < count; i++) into[at + i] = ring[1 + (ring[0] - count + i) % room] + offset;
        }

        void copyItems(int[] into, int at) {
            System.arraycopy(items, 0, into, at, eventCount());
        }

        private int @Nullable [] ring(int item) {
            return sessionCount > 0 && item < itemCount && item < rings.length() ? rings.get(item) : null;
        }
    }
}
