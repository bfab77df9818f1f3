package outfitter.server.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a snapshot holds.
 *
 * @param format of the file, {@link #FORMAT}
 * @param schema version of the newest migration
 * @param tables those that others refer to come first
 */
record Manifest(int format, String schema, Instant takenAt, List<Table> tables, List<Sequence> sequences) {
    static final int FORMAT = 1;

    Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    Manifest with(List<Table> counted) {
        return new Manifest(format, schema, takenAt, counted, sequences);
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /**
     * One table.
     *
     * @param rows how many; -1 as long as nobody counted
     */
    record Table(String name, List<String> columns, long rows) {
        static final long UNCOUNTED = -1;

        Table {
            columns = List.copyOf(columns);
        }

        Table counted(long found) {
            return new Table(name, columns, found);
        }
    }

    /** Where a sequence of numbers stands; {@code called} when {@code last} was given out already. */
    record Sequence(String name, long last, boolean called) {}
}
