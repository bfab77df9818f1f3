package outfitter.bot.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The labelled utterances in {@code language/<language>/<intent>.txt}: one a line, {@code #} begins a comment. */
public final class Utterances {
    private Utterances() {}

    /** Those of the named intents, in their order; throws when a file is missing. */
    public static List<Utterance> read(String language, Collection<String> intents) {
        return intents.stream()
                .flatMap(intent -> lines("language/" + language + "/" + intent + ".txt").stream()
                        .map(text -> new Utterance(text, intent)))
                .toList();
    }

    static List<String> lines(String resource) {
        try (InputStream in = Utterances.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing resource " + resource);
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
