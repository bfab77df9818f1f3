package outfitter.server.intake.table;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, one after the other. A field in quotes may run over many lines; a quote that never closes costs the
 * row that it stands in and no other: the next line is read as if nothing had been. For one thread.
 */
final class Rows {
    /** A field that runs over more than so much has lost its closing quote. */
    private static final int LONGEST_ROW = Lines.LONGEST;

    private static final String TOO_LONG =
            String.format(Locale.ROOT, "the line has more than %,d characters", Lines.LONGEST);
    /** So much of a line that is too long is kept, for its owner to know it again. */
    private static final int KEPT = 1_000;

    private static final int MOST_LINES = 2_000;
    private static final int FEWER_LINES = 50;
    private static final int PATIENCE = 1_000;

    private final Lines in;
    private final char separator;
    private final CSVFormat format;
    private final Deque<String> pushedBack = new ArrayDeque<>();
    private long line;
    private int unclosed;

    Rows(Reader in, char separator) {
        this.in = new Lines(in);
        this.separator = separator;
        format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    /** The next row that is not blank; empty at the end. */
    Optional<Row> next() throws IOException {
        for (String text = nextLine(); text != null; text = nextLine()) {
            if (Lines.isCut(text)) return Optional.of(new Row(line, List.of(text.substring(0, KEPT)), TOO_LONG));
            if (text.isBlank()) continue;
            if (text.indexOf('"') < 0) return Optional.of(new Row(line, split(text), null));
            return Optional.of(quoted(text));
        }
        return Optional.empty();
    }

    /** Whether {@code row} is only the beginning of a line. */
    static boolean isCut(Row row) {
        return TOO_LONG.equals(row.broken());
    }

    private Row quoted(String first) throws IOException {
        long begin = line;
        StringBuilder text = new StringBuilder(first);
        List<String> further = new ArrayList<>();
        Quotes quotes = new Quotes(separator);
        Quotes.State state = quotes.read(first);
        int most = unclosed > PATIENCE ? FEWER_LINES : MOST_LINES;
        while (state == Quotes.State.OPEN && further.size() < most && text.length() < LONGEST_ROW) {
            String more = nextLine();
            if (more == null) break;
            further.add(more);
            text.append('\n').append(more);
            state = quotes.read("\n" + more);
        }
        if (state == Quotes.State.CLOSED) return parsed(begin, text.toString());
        unclosed++;
        pushBack(further);
        String reason = further.isEmpty() ? "text follows a closing quote" : "a quote is not closed";
        return new Row(begin, List.of(first), reason);
    }

    private Row parsed(long begin, String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord each : parser) return new Row(begin, each.toList(), null);
            return new Row(begin, List.of(text), "the row is empty");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new Row(begin, List.of(text), "the quotes are not well-formed");
        }
    }

    private List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            fields.add(text.substring(from, at));
            from = at + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    private @Nullable String nextLine() throws IOException {
        String text = pushedBack.isEmpty() ? in.next() : pushedBack.removeFirst();
        if (text != null) line++;
        return text;
    }

    private void pushBack(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) pushedBack.addFirst(lines.get(i));
        line -= lines.size();
    }
}
