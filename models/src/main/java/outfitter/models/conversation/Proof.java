package outfitter.models.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What shows that this is the customer.
 *
 * @param order the order number that {@link Kind#ORDER} proves; that order only. Null for the other kinds
 */
public record Proof(Kind kind, @Nullable String order) {
    public enum Kind {
        /** The shop's page signed who this is: everything of the customer's may be told. */
        @JsonProperty("signed-identity")
        SIGNED_IDENTITY,
        /** The channel vouches for the address. */
        @JsonProperty("verified-address")
        VERIFIED_ADDRESS,
        /** Order number with postcode or e-mail: that order only. */
        @JsonProperty("order")
        ORDER
    }

    public Proof {
        if ((kind == Kind.ORDER) != (order != null)) throw new IllegalArgumentException(kind + " with order " + order);
    }

    /** Whether facts of {@code number} may be told; {@code own} says that it is an order of this very customer. */
    public boolean covers(String number, boolean own) {
        return kind == Kind.ORDER ? number.equals(order) : own;
    }
}
