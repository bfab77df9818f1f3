package outfitter.server.channel.whatsapp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.DeliveryState;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.channel.ChannelPeer;
import outfitter.server.channel.ChannelServer;

@ExtendWith(PostgresExtension.class)
class WhatsAppTest {
    private static final EntryBody.BotMessage WHICH =
            new EntryBody.BotMessage("Which?", List.of("One", "Two"), List.of(), null);

    private final PgConnectOptions database;
    private WhatsAppPeer peer;
    private ChannelServer server;
    private String customer;

    WhatsAppTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        open(Optional.empty());
    }

    private void open(Optional<WhatsAppConfig.Template> template) throws Exception {
        peer = new WhatsAppPeer(template);
        server = new ChannelServer(database, peer::channel, heard -> WHICH);
        customer = peer.newCustomer();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        peer.close();
    }

    @Test
    void theHandshakeGivesTheChallengeBackToWhoKnowsTheToken() throws Exception {
        String known = "/hooks/whatsapp?hub.mode=subscribe&hub.challenge=11%2058%2F%3C20&hub.verify_token="
                + WhatsAppPeer.VERIFY.replace(" ", "%20");

        assertThat(server.get(known).bodyAsString()).isEqualTo("11 58/<20");
        assertThat(server.get(known).getHeader("Content-Type")).startsWith("text/plain");
        assertThat(server.get(known.replace("our", "your")).statusCode()).isEqualTo(403);
        assertThat(server.get("/hooks/whatsapp").statusCode()).isEqualTo(403);
    }

    @Test
    void everythingInABatchIsTakenEachInItsOrder() throws Exception {
        String other = peer.newCustomer();
        JsonArray messages = new JsonArray()
                .add(text(customer, "1", "first"))
                .add(text(other, "1", "somebody else"))
                .add(new JsonObject().put("from", "not a number").put("id", "x").put("type", "text"))
                .add(text(customer, "2", "second 👋"));

        int status = server.call(WhatsAppPeer.signed(
                WhatsAppPeer.body(WhatsAppPeer.NUMBER, new JsonObject().put("messages", messages))));

        assertThat(status).isEqualTo(200);
        assertThat(server.said(customer)).containsExactly("first", "second 👋");
        assertThat(server.said(other)).containsExactly("somebody else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interactive | {'type':'button_reply','button_reply':{'id':'say:Where is my order?','title':'Where is my or…'}} | Where is my order?",
                "interactive | {'type':'list_reply','list_reply':{'id':'theirs','title':'Boots'}} | Boots",
                "button | {'payload':'x','text':'Yes, please'} | Yes, please",
                "image | {'id':'m1','mime_type':'image/png','caption':'it is torn'} | it is torn",
                "image | {'id':'m2','mime_type':'image/png'} | Sent a picture",
                "audio | {'id':'m3','mime_type':'audio/ogg','voice':true} | Sent a voice message",
                "video | {'id':'m4','mime_type':'video/mp4'} | Sent a video",
                "document | {'id':'m5','mime_type':'application/pdf','filename':'bill.pdf'} | Sent a document: bill.pdf",
                "sticker | {'id':'m6','mime_type':'image/webp'} | Sent a sticker",
                "location | {'latitude':53.36,'longitude':-1.47,'name':'Depot'} | Sent a place: Depot (53.36, -1.47)",
                "contacts | [{'name':{'formatted_name':'Ann Lee'},'phones':[{'phone':'+44 1'}]}] | Sent a contact: Ann Lee +44 1",
                "order | {'product_items':[{'product_retailer_id':'GB-42','quantity':2}]} | Asks for: 2 × GB-42",
                "unsupported | {} | Sent something that we cannot read (unsupported)",
                "interactive | {'type':'nfm_reply','nfm_reply':{}} | Sent something that we cannot read (nfm_reply)",
            })
    void whateverIsSentIsKeptInWords(String type, String content, String words) throws Exception {
        String json = "{\"x\":" + content.replace('\'', '"') + "}";
        JsonObject message = new JsonObject().put("type", type).put(type, new JsonObject(json).getValue("x"));

        assertThat(server.call(peer.message(customer, "1", message))).isEqualTo(200);

        assertThat(server.said(customer)).containsExactly(words);
    }

    @Test
    void aReactionIsKeptAndAsksForNoAnswer() throws Exception {
        server.call(peer.says(customer, "1", "hello"));
        peer.next();
        server.call(peer.message(
                customer,
                "2",
                new JsonObject().put("type", "reaction").put("reaction", new JsonObject().put("emoji", "👍"))));
        server.call(peer.says(customer, "3", "and"));
        peer.next();

        assertThat(server.said(customer)).containsExactly("hello", "and");
        assertThat(server.entries(customer))
                .extracting(entry -> entry.body())
                .contains(new EntryBody.Signal("whatsapp:" + customer, "reaction", "👍"));
        assertThat(peer.waiting()).isZero();
    }

    @Test
    void aPictureIsFetchedWithOurTokenAndShownToAgents() throws Exception {
        Buffer picture = Buffer.buffer(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        peer.media.put("pic1", picture);
        JsonObject image = new JsonObject().put("id", "pic1").put("mime_type", "image/png");

        server.call(peer.message(
                customer, "1", new JsonObject().put("type", "image").put("image", image)));

        EntryBody.Attachment attachment = server.entries(customer).stream()
                .map(entry -> entry.body())
                .filter(EntryBody.CustomerMessage.class::isInstance)
                .map(body -> ((EntryBody.CustomerMessage) body).attachments().get(0))
                .findFirst()
                .orElseThrow();
        assertThat(attachment.kind()).isEqualTo("picture");
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                server.get("/api/media/" + attachment.media()).statusCode())
                        .isEqualTo(200));
        assertThat(server.get("/api/media/" + attachment.media()).body()).isEqualTo(picture);
        assertThat(server.get("/api/media/" + attachment.media()).getHeader("Content-Security-Policy"))
                .contains("sandbox");
    }

    @Test
    void whatWasWrittenToAnotherNumberOfTheAppIsNotOurs() throws Exception {
        JsonArray messages = new JsonArray().add(text(customer, "1", "for somebody else"));

        int status = server.call(
                WhatsAppPeer.signed(WhatsAppPeer.body("999999999", new JsonObject().put("messages", messages))));

        assertThat(status).isEqualTo(200);
        assertThat(server.conversations.byAddress("whatsapp:" + customer).await(5, SECONDS))
                .isEmpty();
    }

    @Test
    void whatIsNoneOfMetasIsRefused() throws Exception {
        assertThat(server.call(WhatsAppPeer.signed(new JsonObject().put("object", "page"))))
                .isEqualTo(400);
        ChannelPeer.Call unsigned = peer.says(customer, "1", "hello");
        assertThat(server.call(new ChannelPeer.Call(Map.of("Content-Type", "application/json"), unsigned.body())))
                .isEqualTo(403);
    }

    @Test
    void aTextLongerThanAMessageMayBeIsKeptWhole() throws Exception {
        String text = "All about my boots. ".repeat(600).strip();

        server.call(peer.says(customer, "1", text));
        server.call(peer.says(customer, "1", text));

        assertThat(String.join(" ", server.said(customer))).isEqualTo(text);
    }

    @Test
    void theNumberIsAnAddressThatTheChannelVouchesFor() throws Exception {
        server.call(peer.says(customer, "1", "hello"));

        assertThat(server.conversations
                        .verifiedAddresses(server.at(customer).id())
                        .await(5, SECONDS))
                .containsExactly("whatsapp:" + customer);
        assertThat(server.at(customer).state().isIdentified()).isTrue();
    }

    @Test
    void afterADayATemplateAsksTheCustomerToWriteAndTheReplyFollows() throws Exception {
        close();
        open(Optional.of(new WhatsAppConfig.Template("come_back", "en_GB")));
        server.call(peer.says(customer, "1", "hello"));
        peer.next();
        server.nextTold(news -> news.state() == DeliveryState.SENT);
        server.clock.pass(Duration.ofHours(25));
        peer.bodies.clear();

        server.happens(server.at(customer).id(), "late", WHICH);
        var held = server.nextTold(news -> news.state() == DeliveryState.HELD);

        JsonObject template = peer.bodies.take().getJsonObject("template");
        assertThat(template.getString("name")).isEqualTo("come_back");
        assertThat(template.getJsonObject("language").getString("code")).isEqualTo("en_GB");
        assertThat(held.reason()).contains("24 hours").contains("template");
        peer.next();
        server.call(peer.says(customer, "2", "yes?"));
        assertThat(peer.next().options()).containsExactly("One", "Two");
    }

    @Test
    void tooManyAtOnceAndAWrongTokenLoseNothing() throws Exception {
        peer.answers.add(new JsonObject().put("status", 429).put("code", 130429).put("retryAfter", "1"));

        server.call(peer.says(customer, "1", "hello"));

        assertThat(peer.next().text()).isEqualTo("Which?");
        assertThat(server.outbox.figures().await(5, SECONDS).dead()).isZero();
    }

    @Test
    void aFailureThatMetaTellsLaterStandsInTheStream() throws Exception {
        server.call(peer.says(customer, "1", "hello"));
        ChannelPeer.Sent reply = peer.next();
        server.nextTold(news -> news.state() == DeliveryState.SENT);

        server.call(peer.tells(reply, DeliveryState.FAILED, Instant.now()));
        server.call(peer.tells(reply, DeliveryState.FAILED, Instant.now()));

        assertThat(server.entries(customer))
                .filteredOn(entry -> entry.body() instanceof EntryBody.NotDelivered)
                .extracting(entry -> ((EntryBody.NotDelivered) entry.body()).reason())
                .containsExactly("Message undeliverable (131026)");
    }

    private static JsonObject text(String from, String id, String text) {
        return new JsonObject()
                .put("from", from)
                .put("id", "wamid." + from + id)
                .put("timestamp", "1700000000")
                .put("type", "text")
                .put("text", new JsonObject().put("body", text));
    }
}
