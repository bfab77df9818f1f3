package outfitter.recommender.session;

import outfitter.recommender.blend.Board;

/** In how many of the newest sessions with one item others were looked at after it. One a thread. */
public final class WentOn {
    private final SessionView view;
    private final int[] newest;
    private final SessionView.OpenSession session = new SessionView.OpenSession();
    private final Board counts;
    private int sessions;

    /** @param most sessions looked into */
    public WentOn(SessionView view, int most) {
        this.view = view;
        newest = new int[most];
        counts = new Board(1, view.items());
    }

    /** Counts what was looked at after {@code item}; until the next time. */
    public void from(int item) {
        counts.clear(view.items());
        sessions = view.newest(item, newest.length, newest);
        for (int i = 0; i < sessions; i++) {
            view.open(newest[i], session);
            count(item);
        }
    }

    /** In how many of {@link #sessions} {@code item} came after. */
    public int to(int item) {
        return (int) counts.get(item, 0);
    }

    /** How many were looked into. */
    public int sessions() {
        return sessions;
    }

    private void count(int item) {
        int first = session.from;
        while (session.items[first] != item) first++;
        for (int at = first + 1; at < session.to; at++) {
            int other = session.items[at];
            if (other != item && isFirst(other, first + 1, at)) counts.add(other, 0, 1);
        }
    }

    private boolean isFirst(int item, int from, int at) {
        for (int i = from; i < at; i++) if (session.items[i] == item) return false;
        return true;
    }
}
