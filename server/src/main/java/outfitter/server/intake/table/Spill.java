package outfitter.server.intake.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Brings rows together that stand apart, however many there are: sorted pieces on disk, merged while they are read. For
 * one thread; close it to remove the pieces.
 */
final class Spill implements AutoCloseable {
    private static final int CHARACTERS_AT_ONCE = 16 << 20;
    private static final Comparator<Keyed> ORDER =
            Comparator.comparing(Keyed::key).thenComparing(keyed -> keyed.row().line());

    private final List<Path> pieces = new ArrayList<>();
    private final List<Piece> open = new ArrayList<>();
    private final PriorityQueue<Piece> next =
            new PriorityQueue<>(Comparator.comparing((Piece piece) -> piece.head, ORDER));
    private List<Keyed> rows = new ArrayList<>();
    private long characters;
    private boolean isReading;

    /** A row with what it belongs to. */
    record Keyed(String key, Row row) {}

    void add(String key, Row row) throws IOException {
        rows.add(new Keyed(key, row));
        for (String field : row.fields()) characters += field.length() + 40L;
        if (characters > CHARACTERS_AT_ONCE) write();
    }

    /** The next row in the order of keys, then lines; empty at the end. After the first nothing can be added. */
    Optional<Keyed> next() throws IOException {
        if (!isReading) begin();
        Piece piece = next.poll();
        if (piece == null) return Optional.empty();
        Keyed row = piece.head;
        if (piece.advance()) next.add(piece);
        return Optional.of(row);
    }

    private void begin() throws IOException {
        isReading = true;
        if (!rows.isEmpty()) write();
        for (Path each : pieces) {
            Piece piece = new Piece(each);
            open.add(piece);
            if (piece.advance()) next.add(piece);
        }
    }

    private void write() throws IOException {
        rows.sort(ORDER);
        Path piece = Files.createTempFile("outfitter", ".rows");
        pieces.add(piece);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(piece)))) {
            for (Keyed each : rows) {
                write(out, each.key());
                out.writeLong(each.row().line());
                out.writeInt(each.row().fields().size());
                for (String field : each.row().fields()) write(out, field);
            }
        }
        rows = new ArrayList<>();
        characters = 0;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        for (Piece each : open) each.in.close();
        for (Path each : pieces) Files.deleteIfExists(each);
    }

    /** A sorted piece and the first of its rows that was not read yet. */
    private static final class Piece {
        private final DataInputStream in;
        private Keyed head = new Keyed("", new Row(0, List.of(), null));

        Piece(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        boolean advance() throws IOException {
            in.mark(1);
            if (in.read() < 0) return false;
            in.reset();
            String key = text();
            long line = in.readLong();
            List<String> fields = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) fields.add(text());
            head = new Keyed(key, new Row(line, fields, null));
            return true;
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
    }
}
