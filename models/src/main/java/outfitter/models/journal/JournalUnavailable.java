package outfitter.models.journal;

/**
 * The journal cannot say whether a turn is stored, or takes no more turns now. Repeat the same cause later: it has one
 * effect however often it comes.
 */
public final class JournalUnavailable extends RuntimeException {
    JournalUnavailable(String why) {
        super(why);
    }

    JournalUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}
