package outfitter.models.shop;

import java.util.List;

/**
 * How to find one's size.
 *
 * @param columns headings, the first one being the size as it stands on the variant
 * @param rows one for each size, as long as {@code columns}
 */
public record SizeTable(List<String> columns, List<List<String>> rows) {
    public SizeTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) throw new IllegalArgumentException("uneven size table");
    }
}
