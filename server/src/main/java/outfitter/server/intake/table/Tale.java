package outfitter.server.intake.table;

import java.util.List;
import outfitter.models.intake.Fact;

/** A fact with the rows that tell it. */
public record Tale(Fact fact, List<Row> rows) {
    public Tale {
        rows = List.copyOf(rows);
    }
}
