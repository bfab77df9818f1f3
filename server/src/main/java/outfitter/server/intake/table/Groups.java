package outfitter.server.intake.table;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a surveyed table: what the rows of one order or product tell, one after the other, those first whose rows stand
 * together. Holds a group at a time. For one thread; close it.
 */
public final class Groups implements AutoCloseable {
    private static final int MOST_UNREADABLE = 1_000;
    private static final int MOST_CHARACTERS = 4 << 20;

    private final Survey survey;
    private final Layout layout;
    private final Reader reader;
    private final Rows rows;
    private final Spill spill = new Spill();
    private List<Row> group = new ArrayList<>();
    private List<Rejected> unreadable = new ArrayList<>();
    private long characters;
    private String key = "";
    private String last = "";
    private boolean isEnd;
    private Optional<Spill.Keyed> spilled = Optional.empty();
    private boolean isSpilling;

    /** @param passed hears how many bytes of the file were read so far */
    public Groups(Survey survey, Instant now, LongConsumer passed) throws IOException {
        this.survey = survey;
        layout = survey.layout(now);
        reader = survey.open(passed);
        rows = new Rows(reader, survey.separator());
        Survey.header(rows);
    }

    /** What the next group tells, or rows that could not be read; empty at the end. */
    public Optional<Told> next() throws IOException {
        while (!isEnd) {
            Optional<Row> next = rows.next();
            isEnd = next.isEmpty();
            Optional<Told> complete = isEnd ? told() : take(next.get());
            if (complete.isPresent()) return complete;
        }
        return nextSpilled();
    }

    /** What was put aside so far, when it is much: a file of nothing else must not fill the memory. */
    private Optional<Told> aside() {
        if (unreadable.size() < MOST_UNREADABLE && characters < MOST_CHARACTERS) return Optional.empty();
        Told told = new Told(List.of(), unreadable);
        unreadable = new ArrayList<>();
        characters = 0;
        return Optional.of(told);
    }

    /** Adds a row; what was complete before it, if anything was. */
    private Optional<Told> take(Row row) throws IOException {
        String reason = reason(row);
        if (reason != null) {
            putAside(row, reason);
            return aside();
        }
        Fields fields = fields(row);
        String of;
        try {
            of = layout.key(fields);
        } catch (BadRow e) {
            putAside(row, String.valueOf(e.getMessage()));
            return aside();
        }
        if (of.isEmpty()) of = last;
        last = of;
        if (survey.scattered().has(of)) {
            spill.add(of, row);
            return Optional.empty();
        }
        Optional<Told> complete = of.equals(key) ? Optional.empty() : told();
        key = of;
        group.add(row);
        return complete;
    }

    private void putAside(Row row, String reason) {
        unreadable.add(new Rejected(row, reason));
        for (String field : row.fields()) characters += field.length();
    }

    private @Nullable String reason(Row row) {
        if (row.broken() != null) return row.broken();
        int fields = row.fields().size();
        int names = survey.header().size();
        boolean extra =
                fields > names && row.fields().subList(names, fields).stream().anyMatch(field -> !field.isBlank());
        if (fields >= names && !extra) return null;
        return "it has " + fields + " fields, and the header " + names;
    }

    private Optional<Told> told() {
        if (group.isEmpty() && unreadable.isEmpty()) return Optional.empty();
        Told read = layout.read(group.stream().map(this::fields).toList());
        List<Rejected> rejected = new ArrayList<>(unreadable);
        rejected.addAll(read.rejected());
        group = new ArrayList<>();
        unreadable = new ArrayList<>();
        characters = 0;
        return Optional.of(new Told(read.tales(), rejected));
    }

    private Optional<Told> nextSpilled() throws IOException {
        if (!isSpilling) {
            isSpilling = true;
            spilled = spill.next();
        }
        if (spilled.isEmpty()) return Optional.empty();
        String of = spilled.get().key();
        while (spilled.isPresent() && spilled.get().key().equals(of)) {
            group.add(spilled.get().row());
            spilled = spill.next();
        }
        return told();
    }

    private Fields fields(Row row) {
        return new Fields(row, survey.header(), survey.habits());
    }

    @Override
    public void close() throws IOException {
        spill.close();
        reader.close();
    }
}
