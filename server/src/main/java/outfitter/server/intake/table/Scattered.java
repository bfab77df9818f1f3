package outfitter.server.intake.table;

/**
 * The orders or products whose rows do not stand together. When there are very many, all are taken for such: they are then
 * brought together on disk, which is slower and takes no memory. For one thread.
 */
public final class Scattered {
    private static final int MOST = 2_000_000;

    private final Seen some = new Seen();
    private final int most;
    private boolean all;

    Scattered() {
        this(MOST);
    }

    Scattered(int most) {
        this.most = most;
    }

    void add(String key) {
        if (some.size() < most) some.put(key, 1);
        else all = true;
    }

    boolean has(String key) {
        return all || some.has(key);
    }
}
