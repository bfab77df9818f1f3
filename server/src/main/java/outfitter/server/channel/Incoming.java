package outfitter.server.channel;

/**
 * A customer's message as a channel understood it.
 *
 * @param address where it came from, 'site:…'
 * @param id its id there; the same id from the same address is the same message, however often it comes
 * @param network where the sender's machine is, as limits count it; empty when nobody knows
 * @param text what the customer said; never blank, and without characters that nothing can store
 */
public record Incoming(String address, String id, String network, String text) {
    public Incoming {
        if (address.isEmpty() || id.isEmpty() || text.isBlank()) throw new IllegalArgumentException("incoming");
    }
}
