package outfitter.server.intake.table;

/** Follows the quotes of a row, piece by piece, to tell whether the row ends with the line. */
final class Quotes {
    private final char separator;
    private Place place = Place.FIELD_START;

    Quotes(char separator) {
        this.separator = separator;
    }

    enum State {
        /** Every quote is closed. */
        CLOSED,
        /** The last field goes on. */
        OPEN,
        /** Something else than a separator follows a closing quote. */
        BROKEN
    }

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        BROKEN
    }

    /** Reads on; a quote within a field that does not begin with one is a character like others. */
    State read(String text) {
        for (int i = 0; i < text.length() && place != Place.BROKEN; i++) place = after(text.charAt(i));
        return switch (place) {
            case QUOTED -> State.OPEN;
            case BROKEN -> State.BROKEN;
            default -> State.CLOSED;
        };
    }

    private Place after(char each) {
        return switch (place) {
            case FIELD_START -> each == '"' ? Place.QUOTED : each == separator ? Place.FIELD_START : Place.PLAIN;
            case PLAIN -> each == separator ? Place.FIELD_START : Place.PLAIN;
            case QUOTED -> each == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED ->
                each == '"' ? Place.QUOTED : each == separator ? Place.FIELD_START : each == ' ' ? place : Place.BROKEN;
            case BROKEN -> Place.BROKEN;
        };
    }
}
