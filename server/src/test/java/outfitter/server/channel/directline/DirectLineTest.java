package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class DirectLineTest {
    private final PgConnectOptions database;
    private SiteServer server;

    DirectLineTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws Exception {
        server = new SiteServer(database);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void aMessageComesBackUnderTheIdThatWasToldAndThenTheAnswer() throws Exception {
        Customer customer = Customer.anonymous(server);

        try (Screen screen = customer.open()) {
            String id = customer.say("Where is my parcel?");
            JsonObject echo = screen.next();
            JsonObject answer = screen.next();

            assertThat(echo.getString("id")).isEqualTo(id);
            assertThat(echo.getString("text")).isEqualTo("Where is my parcel?");
            assertThat(echo.getJsonObject("from").getString("id")).isEqualTo("dl_" + customer.visitor);
            assertThat(echo.getJsonObject("from").getString("role")).isEqualTo("user");
            assertThat(answer.getString("text")).isEqualTo("You said: Where is my parcel?");
            assertThat(answer.getJsonObject("from").getString("role")).isEqualTo("bot");
            assertThat(answer.getJsonObject("from").getString("name")).isEqualTo("Pip");
            assertThat(answer.getJsonObject("suggestedActions")
                            .getJsonArray("actions")
                            .getJsonObject(0))
                    .isEqualTo(new JsonObject()
                            .put("type", "imBack")
                            .put("title", "Yes")
                            .put("value", "Yes"));
        }
    }

    @Test
    void theClientsOwnNameOfAMessageComesBackWithIt() throws Exception {
        Customer customer = Customer.anonymous(server);

        try (Screen screen = customer.open()) {
            customer.say("hello", "c-1");

            assertThat(screen.next().getJsonObject("channelData").getString("clientActivityID"))
                    .isEqualTo("c-1");
        }
    }

    @Test
    void aRepeatedMessageHasOneEffectAndOneId() throws Exception {
        Customer customer = Customer.anonymous(server);

        String first = customer.say("hello", "c-1");
        String again = customer.say("hello", "c-1");
        customer.say("goodbye", "c-2");

        assertThat(again).isEqualTo(first);
        assertThat(customer.readAll())
                .extracting(each -> each.getString("text"))
                .containsExactly("hello", "You said: hello", "goodbye", "You said: goodbye");
    }

    @Test
    void aConversationIsNewOnce() throws Exception {
        Customer customer = Customer.anonymous(server);

        int before = customer.start().statusCode();
        customer.say("hello");
        int after = customer.start().statusCode();

        assertThat(before).isEqualTo(201);
        assertThat(after).isEqualTo(200);
    }

    @Test
    void lookingOnOpensNoConversation() throws Exception {
        Customer customer = Customer.anonymous(server);

        try (Screen screen = customer.open()) {
            screen.event("outfitter/holder");
            assertThat(server.conversations
                            .byAddress("site:" + customer.visitor)
                            .await(5, SECONDS))
                    .isEmpty();
        }
    }

    @Test
    void twoScreensOfOneCustomerStayInStep() throws Exception {
        Customer customer = Customer.anonymous(server);

        try (Screen laptop = customer.open();
                Screen phone = customer.open()) {
            for (int i = 1; i <= 20; i++) customer.say("message " + i);

            assertThat(laptop.texts(40)).isEqualTo(phone.texts(40));
            assertThat(laptop.watermark()).isEqualTo(phone.watermark());
        }
    }

    @Test
    void aScreenThatComesLaterShowsWhatWasSaid() throws Exception {
        Customer customer = Customer.anonymous(server);
        for (int i = 1; i <= 70; i++) customer.say("message " + i);

        try (Screen screen = customer.open()) {
            assertThat(screen.texts(140))
                    .startsWith("message 1", "You said: message 1")
                    .endsWith("You said: message 70");
        }
    }

    @Test
    void aStreamsAddressIsGoodOnce() throws Exception {
        Customer customer = Customer.anonymous(server);
        String url = customer.start().bodyAsJsonObject().getString("streamUrl");

        try (Screen screen = customer.screen(url)) {
            screen.event("outfitter/holder");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> customer.screen(url)))
                    .hasMessageContaining("403");
        }
    }

    @Test
    void emptyFramesKeepTheLineAndOthersEndIt() throws Exception {
        Customer customer = Customer.anonymous(server);

        try (Screen patient = customer.open();
                Screen talkative = customer.open()) {
            patient.send("");
            talkative.send("{\"type\":\"message\"}");
            customer.say("hello");

            assertThat(talkative.closed().await(5, SECONDS)).isEqualTo((short) 1003);
            assertThat(patient.next().getString("text")).isEqualTo("hello");
        }
    }

    @Test
    void typingGoesBothWays() throws Exception {
        Customer customer = Customer.anonymous(server);
        customer.say("hello");

        try (Screen screen = customer.open()) {
            screen.texts(2);
            screen.event("outfitter/holder");
            customer.type();
            server.typing.byStaff(server.conversation(customer.visitor).id(), "Maya");

            assertThat(screen.next("typing").getJsonObject("from").getString("name"))
                    .isEqualTo("Maya");
            assertThat(server.customersTyping)
                    .containsExactly(server.conversation(customer.visitor).id());
            assertThat(customer.readAll()).hasSize(2);
        }
    }

    @Test
    void aTokenIsRefreshedForTheSameVisitor() throws Exception {
        Customer customer = Customer.anonymous(server);

        JsonObject refreshed =
                customer.post("/v3/directline/tokens/refresh", new JsonObject()).bodyAsJsonObject();

        assertThat(refreshed.getString("conversationId")).isEqualTo(customer.visitor);
        assertThat(refreshed.getLong("expires_in")).isEqualTo(1800);
        customer.token = refreshed.getString("token");
        assertThat(customer.say("still here")).isNotEmpty();
    }
}
