package outfitter.server.intake.table;

/**
 * Which of any number of texts came before, in bounded memory: the first million for certain, of all further ones next to
 * never one too many, and never one too few (a filter as in B. H. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable
 * Errors", 1970: with 25 million texts eight in a thousand are taken for known). For one thread.
 */
final class Ended {
    private static final int CERTAIN = 1_000_000;
    private static final int BITS = 1 << 28;
    private static final int PROBES = 4;

    private final Seen certain = new Seen();
    private final int most;
    private long[] bits = {};

    Ended() {
        this(CERTAIN);
    }

    Ended(int most) {
        this.most = most;
    }

    void add(String text) {
        if (certain.size() < most) {
            certain.put(text, 1);
            return;
        }
        if (bits.length == 0) bits = new long[BITS / Long.SIZE];
        long hash = Seen.hash(text);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    boolean has(String text) {
        if (certain.has(text)) return true;
        if (bits.length == 0) return false;
        long hash = Seen.hash(text);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((bits[bit >>> 6] & 1L << bit) == 0) return false;
        }
        return true;
    }

    // Two halves make as many as are needed (A. Kirsch, M. Mitzenmacher, "Less Hashing, Same Performance", 2006).
    private static int bit(long hash, int probe) {
        return ((int) hash + probe * (int) (hash >>> 32)) & BITS - 1;
    }
}
