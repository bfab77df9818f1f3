package outfitter.server.intake.table;

import java.util.List;

/** What rows tell, and rows that tell nothing. Every row is in one of them. */
public record Told(List<Tale> tales, List<Rejected> rejected) {
    public Told {
        tales = List.copyOf(tales);
        rejected = List.copyOf(rejected);
    }
}
