package outfitter.models.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * What an intent means, for people who say which one an utterance has: {@code language/intents.csv}.
 *
 * @param not what it does not mean, and what that would be; often empty
 */
public record Meaning(String intent, String means, String not) {
    private static final String TABLE = "language/intents.csv";

    /** All of them, in their order. */
    public static List<Meaning> all() {
        try (InputStream in = Meaning.class.getClassLoader().getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException("missing resource " + TABLE);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(row -> new Meaning(row.get("intent"), row.get("means"), row.get("not")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}
