package outfitter.server.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import outfitter.server.intake.table.Rejected;

/**
 * The rows that were not taken, as a table with two more columns before the file's own: the line and the reason. Once
 * mended it can be imported as it is. There is no such file while nothing was rejected. For one thread; close it.
 */
final class RejectedRows implements AutoCloseable {
    private final Path file;
    private final List<String> header;
    private @Nullable CSVPrinter out;
    private long count;

    RejectedRows(Path file, List<String> header) throws IOException {
        this.file = file;
        this.header = header;
        Files.deleteIfExists(file);
    }

    void add(Rejected rejected) throws IOException {
        if (out == null) out = begin();
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(rejected.line()));
        fields.add(rejected.reason());
        fields.addAll(rejected.row().fields());
        out.printRecord(fields);
        count++;
    }

    long count() {
        return count;
    }

    /** The file; empty when nothing was rejected. */
    Optional<Path> file() {
        return count == 0 ? Optional.empty() : Optional.of(file);
    }

    private CSVPrinter begin() throws IOException {
        CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        List<String> names = new ArrayList<>(List.of("rejected line", "rejected because"));
        names.addAll(header);
        printer.printRecord(names);
        return printer;
    }

    @Override
    public void close() throws IOException {
        if (out != null) out.close();
    }
}
