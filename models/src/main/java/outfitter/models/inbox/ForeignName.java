package outfitter.models.inbox;

/**
 * What another system calls a thing.
 *
 * @param kind what sort of thing it is: 'order', 'product', 'item'
 * @param theirs its name there
 */
public record ForeignName(String kind, String theirs) {
    public ForeignName {
        if (kind.isEmpty() || theirs.isEmpty()) throw new IllegalArgumentException("a name has a kind and a text");
    }

    @Override
    public String toString() {
        return kind + ":" + theirs;
    }
}
