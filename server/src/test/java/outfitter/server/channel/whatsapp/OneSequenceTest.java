package outfitter.server.channel.whatsapp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.EntryBody;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.channel.ChannelServer;

/** A customer who proved their number goes on in one conversation, from the site and from WhatsApp. */
@ExtendWith(PostgresExtension.class)
class OneSequenceTest {
    private final PgConnectOptions database;
    private WhatsAppPeer peer;
    private ChannelServer server;
    private String number;

    OneSequenceTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        peer = new WhatsAppPeer();
        server = new ChannelServer(
                database, peer::channel, heard -> new EntryBody.BotMessage(heard.text(), List.of(), List.of(), null));
        number = peer.newCustomer();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        peer.close();
    }

    @Test
    void whoIsSignedInWithAPhoneGoesOnByWhatsApp() throws Exception {
        server.visitor("ann-" + number, "+" + number);

        server.call(peer.says(number, "1", "it is me, on the train"));

        assertThat(server.at(number).id()).isEqualTo(shop("ann-" + number).id());
    }

    @Test
    void whatWasWrittenByWhatsAppBeforeTheSignInIsTheirsToo() throws Exception {
        server.call(peer.says(number, "1", "hello from the phone"));
        assertThat(peer.next().text()).isEqualTo("hello from the phone");

        server.visitor("bea-" + number, "+44 " + number.substring(2, 6) + " " + number.substring(6));

        assertThat(server.at(number).id()).isEqualTo(shop("bea-" + number).id());
        server.happens(server.at(number).id(), "reply", said("see you there"));
        assertThat(peer.next().text()).as("replies go where they last wrote").isEqualTo("see you there");
    }

    @Test
    void twoCustomersWithOneNumberAreLeftApartAndStaffAreTold() throws Exception {
        server.visitor("cat-" + number, "+" + number);
        Conversation first = shop("cat-" + number);

        server.visitor("dan-" + number, "+" + number);

        Conversation second = shop("dan-" + number);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(server.at(number).id()).isEqualTo(first.id());
        for (Conversation each : List.of(first, second)) {
            assertThat(server.conversations.entries(each.id(), 0, 100).await(5, SECONDS))
                    .anyMatch(entry -> entry.body() instanceof EntryBody.PossiblySame);
        }
    }

    @Test
    void aNumberWithoutItsCountryLeadsNowhere() throws Exception {
        server.visitor("eve-" + number, "0" + number.substring(2));

        assertThat(server.conversations.byAddress("whatsapp:" + number).await(5, SECONDS))
                .isEmpty();
    }

    @Test
    void aVisitorProvesTheirNumberByACode() throws Exception {
        server.call(peer.says(number, "1", "hello from the phone"));
        peer.next();
        JsonObject visitor = server.visitor(null, null);
        String token = visitor.getString("token");

        assertThat(server.post("/api/site/phone", new JsonObject().put("phone", "+" + number), token)
                        .statusCode())
                .isEqualTo(200);
        String code = Pattern.compile("\\d{6}")
                .matcher(peer.next().text())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(enter(token, "not it")).isEqualTo(403);
        assertThat(enter(token, code)).isEqualTo(200);
        assertThat(enter(token, code)).as("a code works once").isEqualTo(409);

        Conversation one = server.conversations
                .byAddress("site:" + visitor.getString("conversationId"))
                .await(5, SECONDS)
                .orElseThrow();
        assertThat(one.id()).isEqualTo(server.at(number).id());
        assertThat(one.state().isIdentified()).isTrue();
    }

    @Test
    void aCodeBearsFiveTriesAndANumberThreeCodes() throws Exception {
        server.call(peer.says(number, "1", "hello"));
        String token = server.visitor(null, null).getString("token");
        JsonObject phone = new JsonObject().put("phone", "+" + number);

        server.post("/api/site/phone", phone, token);
        for (int i = 0; i < 5; i++) assertThat(enter(token, "no " + i)).isEqualTo(403);
        assertThat(enter(token, "no more")).isEqualTo(409);
        server.post("/api/site/phone", phone, token);
        server.post("/api/site/phone", phone, token);

        assertThat(server.post("/api/site/phone", phone, token).statusCode()).isEqualTo(429);
    }

    @Test
    void noCodeIsSentToWhoNeverWrote() throws Exception {
        String token = server.visitor(null, null).getString("token");

        assertThat(server.post("/api/site/phone", new JsonObject().put("phone", "+" + number), token)
                        .statusCode())
                .isEqualTo(409);
        assertThat(peer.waiting()).isZero();
    }

    private int enter(String token, String code) throws Exception {
        return server.post("/api/site/phone/code", new JsonObject().put("code", code), token)
                .statusCode();
    }

    private Conversation shop(String customer) throws Exception {
        return server.conversations
                .byAddress("shop:" + customer)
                .await(5, SECONDS)
                .orElseThrow();
    }

    private static EntryBody.BotMessage said(String text) {
        return new EntryBody.BotMessage(text, List.of(), List.of(), null);
    }
}
