package outfitter.server.intake.table;

import java.util.Arrays;

/** Which texts came before, and on which line first; 16 bytes each, however long they are. For one thread. */
public final class Seen {
    private static final int FIRST = 1 << 10;

    private long[] hashes = new long[FIRST];
    private long[] lines = new long[FIRST];
    private int size;

    /** The line on which {@code text} came first; 0 when it is new, and then this one is remembered. */
    long put(String text, long line) {
        long hash = hash(text);
        int at = place(hash);
        if (hashes[at] != 0) return lines[at];
        hashes[at] = hash;
        lines[at] = line;
        if (++size > hashes.length / 2) grow();
        return 0;
    }

    boolean has(String text) {
        return hashes[place(hash(text))] != 0;
    }

    int size() {
        return size;
    }

    private int place(long hash) {
        int at = (int) hash & (hashes.length - 1);
        while (hashes[at] != 0 && hashes[at] != hash) at = (at + 1) & (hashes.length - 1);
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldLines = lines;
        hashes = new long[2 * oldHashes.length];
        lines = new long[2 * oldHashes.length];
        Arrays.fill(hashes, 0);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] == 0) continue;
            int at = place(oldHashes[i]);
            hashes[at] = oldHashes[i];
            lines[at] = oldLines[i];
        }
    }

    // FNV-1a with a final mix: two of a hundred million texts share one with a probability of one in four thousand.
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
