package outfitter.server.intake.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a column may tell.
 *
 * @param title as our documentation names it
 * @param names what it may be called, {@linkplain Header#plain plain}; the first that is there counts
 */
record Column(String title, List<String> names) {
    Column {
        names = List.copyOf(names);
    }

    static Column of(String title, String... others) {
        return new Column(
                title,
                Stream.concat(Stream.of(title), Arrays.stream(others))
                        .map(Header::plain)
                        .toList());
    }
}
