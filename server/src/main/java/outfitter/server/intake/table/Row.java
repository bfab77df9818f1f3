package outfitter.server.intake.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as it stands there.
 *
 * @param line the line of the file on which it begins, from 1
 * @param fields its fields; one with the whole text when it is {@code broken}
 * @param broken why it cannot be read; null when it can
 */
public record Row(long line, List<String> fields, @Nullable String broken) {
    public Row {
        fields = List.copyOf(fields);
    }
}
