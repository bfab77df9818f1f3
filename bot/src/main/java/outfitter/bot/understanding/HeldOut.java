package outfitter.bot.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * The utterances in {@code language/<language>/held-out.csv} ('text,intent'): written by somebody who saw only what the
 * intents mean, and never trained with. Models are judged by them.
 */
public final class HeldOut {
    private HeldOut() {}

    /** Those whose intent is one of {@code intents}. */
    public static List<Utterance> of(String language, Collection<String> intents) {
        String table = "language/" + language + "/held-out.csv";
        try (InputStream in = HeldOut.class.getClassLoader().getResourceAsStream(table)) {
            if (in == null) throw new IllegalStateException("missing resource " + table);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(row -> new Utterance(row.get("text"), row.get("intent")))
                    .filter(utterance -> intents.contains(utterance.intent()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }
}
