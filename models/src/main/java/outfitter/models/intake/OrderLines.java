package outfitter.models.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives an order's lines their numbers so that a line keeps its own, whatever comes before it: returns point to it. */
final class OrderLines {
    private final long order;
    private final List<Old> old;
    private final Set<Integer> taken = new HashSet<>();
    private int free = 1;

    OrderLines(long order, List<Old> old) {
        this.order = order;
        this.old = new ArrayList<>(old);
        old.forEach(line -> taken.add(line.line()));
    }

    /** A line as it was. */
    record Old(int line, String sku, int quantity) {}

    /** A line as it shall be. */
    record Row(long order, int line, LineFact fact) {}

    record Place(long order, int line) {}

    /** Whether {@code told} is of other pieces than the old lines; before {@link #arrange}. */
    boolean areOther(List<LineFact> told) {
        Map<String, Integer> pieces = new HashMap<>();
        old.forEach(line -> pieces.merge(line.sku(), line.quantity(), Integer::sum));
        told.forEach(line -> pieces.merge(line.sku(), -line.quantity(), Integer::sum));
        return pieces.values().stream().anyMatch(more -> more != 0);
    }

    /** Each line in the place of an old one with its sku, else in the next free one. */
    List<Row> arrange(List<LineFact> told) {
        List<Row> rows = new ArrayList<>();
        for (LineFact fact : told) rows.add(new Row(order, place(fact), fact));
        return rows;
    }

    /** The old lines that are in nobody's place; after {@link #arrange}. */
    List<Place> left() {
        return old.stream().map(line -> new Place(order, line.line())).toList();
    }

    private int place(LineFact fact) {
        Optional<Old> same =
                old.stream().filter(line -> line.sku().equals(fact.sku())).findFirst();
        if (same.isPresent()) {
            old.remove(same.get());
            return same.get().line();
        }
        while (!taken.add(free)) free++;
        return free;
    }
}
