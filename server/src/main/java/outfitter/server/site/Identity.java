package outfitter.server.site;

import org.jspecify.annotations.Nullable;

/**
 * Who a visitor is, vouched for by the shop's own server.
 *
 * @param customer the shop's id of the customer
 * @param name null when the shop did not say, or said nothing that could be kept, as with e-mail and phone
 */
public record Identity(
        String customer,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    private static final int MAX_LENGTH = 200;

    public Identity {
        if (customer.isBlank() || customer.length() > MAX_LENGTH || hasControls(customer)) {
            throw new IllegalArgumentException("customer's id");
        }
        name = kept(name);
        email = kept(email);
        phone = kept(phone);
    }

    /** Where this customer's conversation is found, whatever browser they use. */
    public String address() {
        return "shop:" + customer;
    }

    private static @Nullable String kept(@Nullable String value) {
        if (value == null || value.isBlank() || hasControls(value)) return null;
        String stripped = value.strip();
        return stripped.length() > MAX_LENGTH ? null : stripped;
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }
}
