package outfitter.models.customer;

/** Names one person. */
public record CustomerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
