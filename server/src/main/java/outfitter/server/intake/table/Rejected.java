package outfitter.server.intake.table;

/** A row that was not taken, and why, in words for its owner. */
public record Rejected(Row row, String reason) {
    /** The line of the file on which the row begins. */
    public long line() {
        return row.line();
    }
}
