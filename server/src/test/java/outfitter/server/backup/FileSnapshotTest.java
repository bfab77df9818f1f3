package outfitter.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.StartFailure;

class FileSnapshotTest {
    private static final Map<String, String> ROWS = Map.of(
            "customer", "1\tAnna Müller\n2\tBen\n",
            "product", "A-1\tAlpine jacket\t199.00\nA-2\tAlpine jacket\t199.00\n",
            "order", "");

    @TempDir
    Path folder;

    /** A zip has bytes that nobody reads, such as the time of an entry: those may differ. */
    @Test
    void whicheverBitOfAFileIsWrongItIsRefusedOrSaysTheSame() throws Exception {
        Path file = folder.resolve("shop.backup");
        new BackupWriter(table -> {}).write(new Shop(), file);
        byte[] whole = Files.readAllBytes(file);
        Map<String, String> right = contents(file);
        int refused = 0;

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] wrong = whole.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, wrong);
            try {
                assertThat(contents(file)).as("bit %d", bit).isEqualTo(right);
            } catch (IOException | StartFailure e) {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(whole.length * 8 / 2);
    }

    private static Map<String, String> contents(Path file) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Snapshot snapshot = FileSnapshot.of(file)) {
            Manifest manifest = snapshot.manifest();
            contents.put("manifest", manifest.toString());
            for (Manifest.Table table : manifest.tables())
                try (InputStream rows = snapshot.rows(table)) {
                    contents.put(table.name(), new String(rows.readAllBytes(), StandardCharsets.UTF_8));
                }
        }
        return contents;
    }

    private static final class Shop implements Snapshot {
        @Override
        public Manifest manifest() {
            return new Manifest(
                    Manifest.FORMAT,
                    "81",
                    Instant.EPOCH,
                    ROWS.keySet().stream()
                            .sorted()
                            .map(name -> new Manifest.Table(name, List.of("a", "b"), Manifest.Table.UNCOUNTED))
                            .toList(),
                    List.of(new Manifest.Sequence("entry_seq", 7, true)));
        }

        @Override
        public InputStream rows(Manifest.Table table) {
            return new ByteArrayInputStream(ROWS.getOrDefault(table.name(), "").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            // It is memory.
        }
    }
}
