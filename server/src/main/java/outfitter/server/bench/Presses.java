package outfitter.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import outfitter.models.json.Json;

/**
 * One customer's way through the bot's buttons: asks for a person, keeps the place in the queue for a while, gives it up,
 * and looks for a product. Where nothing is offered the customer has to ask, which is not a press.
 */
final class Presses {
    private static final JsonNode TEXTS = texts();
    private static final String PERSON = text("button.person");
    private static final String KEEP = text("button.keep-my-place");
    private static final String LEAVE = text("button.no-person");
    private static final String FIND = text("button.find");
    private static final int PATIENCE = 6;

    private int kept;

    private static JsonNode texts() {
        try (InputStream file = Presses.class.getResourceAsStream("/texts/en.json")) {
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String line) {
        return TEXTS.path(line).asText();
    }

    /** The button to press next; empty when none of {@code offered} leads on. */
    Optional<String> next(List<String> offered) {
        if (offered.contains(KEEP) && kept < PATIENCE) {
            kept++;
            return Optional.of(KEEP);
        }
        kept = 0;
        if (offered.contains(LEAVE)) return Optional.of(LEAVE);
        if (offered.contains(FIND)) return Optional.of(FIND);
        return offered.stream().filter(title -> !title.equals(PERSON)).findFirst();
    }

    /** What is said where nothing is offered. */
    static String ask() {
        return PERSON;
    }
}
