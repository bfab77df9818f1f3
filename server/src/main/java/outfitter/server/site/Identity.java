package outfitter.server.site;

import org.jspecify.annotations.Nullable;

/**
 * Who a visitor is, vouched for by the shop's own server.
 *
 * @param customer the shop's id of the customer
 * @param name null when the shop did not say, as with e-mail and phone
 */
public record Identity(
        String customer,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    private static final int MAX_LENGTH = 200;

    public Identity {
        if (customer.isBlank() || customer.length() > MAX_LENGTH) throw new IllegalArgumentException("customer's id");
    }

    /** Where this customer's conversation is found, whatever browser they use. */
    public String address() {
        return "shop:" + customer;
    }
}
