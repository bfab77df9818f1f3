package outfitter.models.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import outfitter.models.json.Json;

/** Tells whether a fact says what was said before, without keeping what was said. */
final class Fingerprints {
    private static final ObjectMapper MAPPER = Json.MAPPER.copy().addMixIn(Fact.class, WithoutTime.class);

    private Fingerprints() {}

    /** The same for the same words, whenever they were said. */
    static UUID of(Fact fact) {
        try {
            return UUID.nameUUIDFromBytes(MAPPER.writeValueAsBytes(fact));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + fact.getClass(), e);
        }
    }

    @JsonIgnoreProperties("changedAt")
    private interface WithoutTime {}
}
