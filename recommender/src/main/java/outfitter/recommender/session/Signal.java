package outfitter.recommender.session;

/** What speaks for an item, each with the number of best items that it brings among the candidates. */
public enum Signal {
    /** In sessions like this one. */
    SIMILAR_SESSIONS(0, 60),
    /** After the last item. */
    FOLLOWS_LAST(1, 30),
    /** After any of the items, the later the more. */
    FOLLOWS(2, 30),
    /** Around the last item. */
    AROUND_LAST(3, 30),
    /** Around any of the items. */
    AROUND(4, 30),
    /** Likeness of the sessions of both, cosine, with the last item. */
    ALIKE_LAST(5, 30),
    /** In one session with any of the items. */
    TOGETHER(6, 30),
    /** Two steps away. */
    WALK(7, 80),
    /** Three steps away. */
    LONG_WALK(8, 60);

    static final Signal[] ALL = values();

    private final int column;
    final int brings;

    Signal(int column, int brings) {
        this.column = column;
        this.brings = brings;
    }

    int column() {
        return column;
    }
}
