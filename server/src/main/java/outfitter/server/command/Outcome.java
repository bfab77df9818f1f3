package outfitter.server.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import outfitter.models.json.Json;
import picocli.CommandLine.Option;

/** {@code --json}: how a command says what came out, in words or as one JSON object. A picocli mixin. */
public final class Outcome {
    /** A figure that does not apply is null, not absent: whoever reads them counts on the keys. */
    private static final ObjectMapper ALL_KEYS =
            Json.MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

    @Option(names = "--json", description = "Prints one JSON object, as the last line.")
    private boolean json;

    /** Whether the reader is a program: then nothing but the object belongs on standard output. */
    public boolean isJson() {
        return json;
    }

    /** Prints {@code figures}, a record or map whose names are the JSON keys, or {@code words} for people. */
    public void print(Object figures, String words) {
        System.out.println(json ? text(figures) : words);
    }

    private static String text(Object figures) {
        try {
            return ALL_KEYS.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + figures.getClass(), e);
        }
    }
}
