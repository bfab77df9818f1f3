package outfitter.server.intake.table;

import java.util.List;

/** The columns of one kind of file in one format, and what rows of it tell. For one file and one thread. */
interface Layout {
    /** Without these nothing can be read. */
    List<Column> needed();

    /** A column that only such files have; by it they are told from others. */
    boolean isOf(Header header);

    /** Where dates stand. */
    List<Column> dates();

    /** Where amounts of money stand. */
    List<Column> amounts();

    /** What the row belongs to: rows of the same order or product have the same; throws {@link BadRow}. */
    String key(Fields row);

    /** What the rows of one order or product tell. */
    Told read(List<Fields> rows);
}
