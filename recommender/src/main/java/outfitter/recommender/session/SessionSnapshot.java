package outfitter.recommender.session;

import java.util.Arrays;

/**
 * Sessions in flat arrays that never change: the items of one session after the other, and for each item the newest
 * sessions that have it. Four bytes an event and at most four more for the way back to it.
 */
final class SessionSnapshot {
    private static final int[] NOTHING = {0};

    /** How many sessions are kept of an item. */
    final int newest;
    /** Where each session begins in {@link #items}; one longer than there are sessions. */
    final int[] starts;
    /** Oldest first. */
    final int[] items;
    /** Where the sessions of each item begin in {@link #sessions}; one longer than there are items. */
    final int[] rings;
    /** Ascending within an item. */
    final int[] sessions;

    SessionSnapshot(int newest, int[] starts, int[] items, int[] rings, int[] sessions) {
        this.newest = newest;
        this.starts = starts;
        this.items = items;
        this.rings = rings;
        this.sessions = sessions;
    }

    static SessionSnapshot empty(int newest) {
        return new SessionSnapshot(newest, NOTHING, new int[0], NOTHING, new int[0]);
    }

    int sessionCount() {
        return starts.length - 1;
    }

    int itemCount() {
        return rings.length - 1;
    }

    int sessionsOf(int item) {
        return item < itemCount() ? rings[item + 1] - rings[item] : 0;
    }

    long bytes() {
        return (long) Integer.BYTES * (starts.length + (long) items.length + rings.length + sessions.length);
    }

    /** Both as one, in flat arrays of their exact length. */
    SessionSnapshot with(RecentSessions.Seen recent) {
        int all = Math.max(itemCount(), recent.itemCount());
        int[] newRings = new int[all + 1];
        for (int item = 0; item < all; item++) {
            newRings[item + 1] = newRings[item] + Math.min(newest, sessionsOf(item) + recent.sessionsOf(item));
        }
        int[] newSessions = new int[newRings[all]];
        for (int item = 0; item < all; item++) {
            int fresh = Math.min(newest, recent.sessionsOf(item));
            int kept = newRings[item + 1] - newRings[item] - fresh;
            if (kept > 0) System.arraycopy(sessions, rings[item + 1] - kept, newSessions, newRings[item], kept);
            recent.copySessions(item, fresh, sessionCount(), newSessions, newRings[item] + kept);
        }
        int[] newStarts = Arrays.copyOf(starts, starts.length + recent.sessionCount());
        for (int session = 1; session <= recent.sessionCount(); session++) {
            newStarts[sessionCount() + session] = items.length + recent.start(session);
        }
        int[] newItems = Arrays.copyOf(items, items.length + recent.eventCount());
        recent.copyItems(newItems, items.length);
        return new SessionSnapshot(newest, newStarts, newItems, newRings, newSessions);
    }
}
