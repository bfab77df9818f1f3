package outfitter.server.intake.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first row of a table: which field has which name. Names are compared without case, signs and spaces. For one thread. */
public final class Header {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    /** Asked for every field of every row. */
    private final IdentityHashMap<Column, Integer> found = new IdentityHashMap<>();

    Header(List<String> fields) {
        names = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) places.putIfAbsent(plain(fields.get(i)), i);
    }

    int size() {
        return names.size();
    }

    /** As they stand in the file. */
    public List<String> names() {
        return names;
    }

    boolean has(Column column) {
        return place(column) >= 0;
    }

    /** Where the column stands, by the first of its names that is there; -1 when there is none. */
    int place(Column column) {
        return found.computeIfAbsent(column, this::seek);
    }

    private int seek(Column column) {
        for (String name : column.names()) {
            Integer place = places.get(name);
            if (place != null) return place;
        }
        return -1;
    }

    /** Those of {@code columns} that are not there, as we call them. */
    List<String> missing(List<Column> columns) {
        List<String> missing = new ArrayList<>();
        for (Column each : columns) if (!has(each)) missing.add(each.title());
        return missing;
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
