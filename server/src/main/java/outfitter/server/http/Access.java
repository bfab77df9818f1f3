package outfitter.server.http;

/** Who may call an operation. Roles include those before them only where {@link Guard} says so. */
public enum Access {
    /** Anybody, without any sign. */
    PUBLIC,
    /** The holder of a visitor's token (Direct Line), sent as {@code Authorization: Bearer}. */
    VISITOR,
    /** A program with a key of the API ({@code ./outfitter key add}), sent as {@code Authorization: Bearer}. */
    KEY,
    /** Any signed-in account, whatever its role. */
    STAFF,
    AGENT,
    MERCHANDISER,
    SUPERVISOR,
    ADMIN
}
