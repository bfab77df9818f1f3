package outfitter.models.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import outfitter.models.json.Json;

/**
 * Writes bodies in today's version and reads every version ever written. A kind that gains a new version gets a line in
 * {@link #UPGRADES} for each older one, never a changed old line.
 */
public final class EntryCodec {
    /** 'kind/version' → what turns that version's body into the next version's. */
    private static final Map<String, UnaryOperator<ObjectNode>> UPGRADES = Map.of();

    private EntryCodec() {}

    public static String write(EntryBody body) {
        return Json.write(body);
    }

    /** The body of a stored entry. Throws {@link IllegalArgumentException} for a kind or version from the future. */
    public static EntryBody read(String code, int version, String json) {
        EntryKind kind = EntryKind.named(code)
                .filter(known -> version <= known.version())
                .orElseThrow(() -> new IllegalArgumentException(
                        "entry kind " + code + " version " + version + " was written by a newer version"));
        if (version == kind.version()) return Json.read(json, kind.body());
        JsonNode tree = Json.read(json, JsonNode.class);
        for (int old = version; old < kind.version(); old++) {
            tree = upgrade(code + "/" + old).apply((ObjectNode) tree);
        }
        return Json.fromTree(tree, kind.body());
    }

    private static UnaryOperator<ObjectNode> upgrade(String step) {
        return Optional.ofNullable(UPGRADES.get(step))
                .orElseThrow(() -> new IllegalStateException("no upgrade " + step));
    }
}
