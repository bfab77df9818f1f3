package outfitter.server.intake.table;

/** A row that cannot be taken; the message says why, for whoever wrote it. */
final class BadRow extends RuntimeException {
    BadRow(String message) {
        super(message, null, false, false);
    }
}
