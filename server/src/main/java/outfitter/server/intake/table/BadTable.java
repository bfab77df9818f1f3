package outfitter.server.intake.table;

/** A file that is not a table of ours as a whole. The message is one line for whoever gave the file, without its name. */
public final class BadTable extends RuntimeException {
    public BadTable(String message) {
        super(message);
    }
}
