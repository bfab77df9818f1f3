package outfitter.recommender.session;

/**
 * All that the signals read: the sessions up to now, and what was last made of them. Immutable and thread-safe; who asks
 * has a {@link SessionQuestion} of their own.
 */
public final class Signals {
    /** How many sessions of an item its followers are counted in. */
    private static final int FOLLOWED_SESSIONS = 1000;

    final SessionView view;
    final Popularity popularity;
    final Followers followers;
    final SessionSettings settings;

    private Signals(SessionView view, Popularity popularity, Followers followers, SessionSettings settings) {
        this.view = view;
        this.popularity = popularity;
        this.followers = followers;
        this.settings = settings;
    }

    /** Counts popularity and followers anew; takes seconds for millions of events. */
    public static Signals of(SessionView view, SessionSettings settings) {
        return new Signals(view, Popularity.of(view), Followers.of(view, FOLLOWED_SESSIONS), settings);
    }

    /** With followers that were counted before. */
    static Signals of(SessionView view, Followers followers, SessionSettings settings) {
        return new Signals(view, Popularity.of(view), followers, settings);
    }

    public Followers followers() {
        return followers;
    }

    /** The same with other sessions: popularity and followers as they were counted last. */
    public Signals over(SessionView now) {
        return new Signals(now, popularity, followers, settings);
    }

    public Signals with(SessionSettings other) {
        return new Signals(view, popularity, followers, other);
    }

    public SessionSettings settings() {
        return settings;
    }

    /** What popularity and followers take beside the index. */
    public long bytes() {
        return popularity.bytes() + followers.bytes();
    }
}
