package outfitter.models.journal;

/**
 * What a turn comes from. Every turn has one, and one cause has one effect: whoever repeats a cause after an unknown
 * outcome gets told that it is a duplicate.
 *
 * @param source an address ('site:…') or an inner cause ('desk', 'bot', 'shop')
 * @param key its id there
 * @param routed whether {@code source} is an address, which must still lead to the conversation at the commit
 */
public record Cause(String source, String key, boolean routed) {
    public Cause {
        if (source.isEmpty() || key.isEmpty()) throw new IllegalArgumentException("a cause needs source and key");
    }

    /** A message: its address and its id there. */
    public static Cause message(String address, String id) {
        return new Cause(address, id, true);
    }

    /** Something of ours: an agent's act, a timer, the shop. */
    public static Cause inner(String source, String key) {
        return new Cause(source, key, false);
    }
}
