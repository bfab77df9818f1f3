package outfitter.server.intake.table;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.Money;

/** A row with its header and the file's habits: every reading is by name, and what is not there is empty. */
final class Fields {
    /** What spreadsheets add to whole numbers. */
    private static final Pattern WHOLE = Pattern.compile("[.,]0+$");

    private final Row row;
    private final Header header;
    private final Habits habits;

    Fields(Row row, Header header, Habits habits) {
        this.row = row;
        this.header = header;
        this.habits = habits;
    }

    Row row() {
        return row;
    }

    /** The text; empty when the column or the text is not there. The apostrophe before a number is a spreadsheet's. */
    String text(Column column) {
        int place = header.place(column);
        if (place < 0 || place >= row.fields().size()) return "";
        String text = row.fields().get(place).strip();
        return text.startsWith("'") && !text.endsWith("'") ? text.substring(1) : text;
    }

    boolean has(Column column) {
        return header.has(column);
    }

    @Nullable
    String textOrNull(Column column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    String needed(Column column) {
        String text = text(column);
        if (text.isEmpty()) throw new BadRow("the " + column.title() + " is missing");
        return text;
    }

    int count(Column column) {
        String text = needed(column);
        try {
            return Integer.parseInt(
                    text.indexOf('.') < 0 && text.indexOf(',') < 0
                            ? text
                            : WHOLE.matcher(text).replaceFirst(""));
        } catch (NumberFormatException e) {
            throw new BadRow("the " + column.title() + " \"" + text(column) + "\" is not a whole number");
        }
    }

    Money amount(Column column, String currency) {
        String text = needed(column);
        try {
            return habits.amounts().read(text, currency);
        } catch (BadRow e) {
            throw new BadRow("the " + column.title() + " " + e.getMessage());
        }
    }

    Optional<Money> amountIfAny(Column column, String currency) {
        return text(column).isEmpty() ? Optional.empty() : Optional.of(amount(column, currency));
    }

    Instant date(Column column) {
        try {
            return habits.dates().read(needed(column));
        } catch (BadRow e) {
            String words = String.valueOf(e.getMessage());
            throw words.startsWith("\"") ? new BadRow("the " + column.title() + " " + words) : e;
        }
    }

    @Nullable
    Instant dateOrNull(Column column) {
        return text(column).isEmpty() ? null : date(column);
    }

    /** The currency that the row names, else the file's. */
    String currency(Column column) {
        String text = text(column).toUpperCase(Locale.ROOT);
        if (text.isEmpty()) return habits.currency();
        if (!Habits.isCurrency(text)) throw new BadRow("the currency \"" + text + "\" is none");
        return text;
    }

    /** Yes or no in the words that spreadsheets use; {@code otherwise} when nothing is told. */
    boolean flag(Column column, boolean otherwise) {
        String text = text(column).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "" -> otherwise;
            case "true", "yes", "y", "1", "active", "continue" -> true;
            case "false", "no", "n", "0", "inactive", "draft", "archived", "deny", "unlisted" -> false;
            default -> throw new BadRow("the " + column.title() + " \"" + text + "\" is neither yes nor no");
        };
    }
}
