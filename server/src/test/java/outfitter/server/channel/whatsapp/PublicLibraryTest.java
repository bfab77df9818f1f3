package outfitter.server.channel.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outfitter.models.json.Json;
import outfitter.server.channel.PublicPackages;
import outfitter.server.channel.service.Piece;

/** What a public library of WhatsApp's Cloud API would send, believe and answer is what we send, sign and answer. */
class PublicLibraryTest {
    private static final Path SOURCE = Path.of("src/test/node/whatsapp");
    private static final Path HOME = Path.of("target/node/whatsapp");
    private static final Path LOG = Path.of("target/node/whatsapp.log");

    private static final String TO = "447700900001";
    private static final String TEXT = "Naïve 👋 boots: https://shop.example/p/boots";
    private static final String KEY = "12.34.0";
    private static final List<String> FEW = List.of("Yes, please", "Not now");
    private static final List<String> MANY =
            List.of("Where is my order?", "OF-100001: Granite boot and 2 more", "Something else", "A person, please");

    private final Bodies bodies = new Bodies("Choose");

    @BeforeAll
    static void install() throws Exception {
        PublicPackages.install(SOURCE, HOME, LOG);
    }

    @Test
    void ourBodiesSignaturesAndHandshakeAreTheLibrarys() throws Exception {
        List<ObjectNode> ours = List.of(
                bodies.of(TO, Piece.text(TEXT), KEY),
                bodies.of(TO, new Piece(Piece.Form.BUTTONS, TEXT, FEW, null), KEY),
                bodies.of(TO, new Piece(Piece.Form.CHOICES, TEXT, MANY, null), KEY),
                bodies.of(TO, new Piece(Piece.Form.PICTURE, TEXT, List.of(), "https://shop.example/boots.png"), KEY),
                bodies.template(TO, new WhatsAppConfig.Template("come_back", "en_GB"), KEY));
        // Meta escapes what is not ASCII before it signs, and the library does so too.
        String body = "{\"text\":\"na\\u00efve \\ud83d\\udc4b\"}";
        String signature = "sha256=" + WhatsApp.signature(WhatsAppPeer.SECRET, Buffer.buffer(body));

        JsonNode theirs = run(asked(ours, body, signature));

        for (int i = 0; i < ours.size(); i++) {
            assertThat((JsonNode) ours.get(i)).isEqualTo(theirs.path("bodies").path(i));
        }
        assertThat(theirs.path("believed").path(0).asBoolean()).isTrue();
        assertThat(theirs.path("believed").path(1).asBoolean()).isFalse();
        try (WhatsAppPeer peer = new WhatsAppPeer()) {
            var vertx = io.vertx.core.Vertx.vertx();
            MultiMap query = MultiMap.caseInsensitiveMultiMap()
                    .add("hub.mode", "subscribe")
                    .add("hub.verify_token", WhatsAppPeer.VERIFY)
                    .add("hub.challenge", "1158201444");
            assertThat(new WhatsApp(vertx, peer.config(), "Choose").greet(query))
                    .contains(theirs.path("challenge").asText());
            vertx.close().await();
        }
    }

    private static ObjectNode asked(List<ObjectNode> ours, String body, String signature) {
        ObjectNode asked = Json.MAPPER
                .createObjectNode()
                .put("secret", WhatsAppPeer.SECRET)
                .put("verify", WhatsAppPeer.VERIFY)
                .put("text", TEXT)
                .put("choose", "Choose")
                .put("picture", "https://shop.example/boots.png")
                .put("template", "come_back")
                .put("language", "en_GB")
                .put("to", TO)
                .put("key", KEY);
        ArrayNode buttons = asked.putArray("buttons");
        ours.get(1).at("/interactive/action/buttons").forEach(each -> buttons.add(each.path("reply")));
        asked.set("rows", ours.get(2).at("/interactive/action/sections/0/rows"));
        asked.putObject("query")
                .put("hub.mode", "subscribe")
                .put("hub.verify_token", WhatsAppPeer.VERIFY)
                .put("hub.challenge", "1158201444");
        ArrayNode calls = asked.putArray("calls");
        calls.addObject().put("body", body).put("signature", signature);
        calls.addObject().put("body", body + " ").put("signature", signature);
        return asked;
    }

    private static JsonNode run(ObjectNode asked) throws Exception {
        Process node = new ProcessBuilder("node", "peer.mjs")
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        try (var in = node.getOutputStream()) {
            in.write(asked.toString().getBytes(UTF_8));
        }
        String answer = new String(node.getInputStream().readAllBytes(), UTF_8);
        if (node.waitFor() != 0) throw new AssertionError("the library failed: " + Files.readString(LOG));
        return Json.MAPPER.readTree(answer);
    }
}
