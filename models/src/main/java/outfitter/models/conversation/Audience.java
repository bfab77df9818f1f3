package outfitter.models.conversation;

/** Who may ever see an entry. It belongs to the kind, so that no query can forget it. */
public enum Audience {
    /** The customer, and staff. */
    CUSTOMER,
    /** Agents, supervisors and admins, never the customer. */
    STAFF,
    /** Nobody: bookkeeping of the sequence itself. */
    SYSTEM;

    public boolean allows(Audience reader) {
        return switch (this) {
            case CUSTOMER -> reader != SYSTEM;
            case STAFF -> reader == STAFF;
            case SYSTEM -> false;
        };
    }
}
