package outfitter.models.intake;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom the shop knows. Told apart by the shop's id, else by e-mail, else by phone; one of these must be there.
 * What is null stays as it is.
 *
 * @param externalId the shop's own id, the {@code sub} of a signed identity
 * @param postcode where they usually have things sent
 * @param locale language of the customer, 'en'
 */
public record CustomerFact(
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String postcode,
        @Nullable String locale,
        @Nullable Instant changedAt)
        implements Fact {
    private static final int LONGEST = 320;

    public CustomerFact {
        externalId = Told.optional("the customer's id", externalId, LONGEST);
        name = Told.optional("the name", name, LONGEST);
        email = Told.optional("the e-mail address", email, LONGEST);
        phone = Told.optional("the phone number", phone, LONGEST);
        postcode = Told.optional("the postcode", postcode, LONGEST);
        locale = Told.optional("the locale", locale, 35);
        if (email != null && email.indexOf('@') < 1) throw new IllegalArgumentException("the e-mail address has no @");
        if (externalId == null && email == null && phone == null)
            throw new IllegalArgumentException("the customer has neither id nor e-mail address nor phone number");
    }

    /** The e-mail address as it is compared. */
    @Nullable
    String plainEmail() {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** What it is told apart by, for putting two of the same person together. */
    String key() {
        if (externalId != null) return "id:" + externalId;
        return email != null ? "email:" + plainEmail() : "phone:" + phone;
    }
}
