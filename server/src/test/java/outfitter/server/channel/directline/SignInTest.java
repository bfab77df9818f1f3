package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Proof;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class SignInTest {
    private final PgConnectOptions database;
    private final String ines = "ines-" + UUID.randomUUID();
    private final String omar = "omar-" + UUID.randomUUID();
    private SiteServer server;

    SignInTest(PgConnectOptions database) {
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
    void whatTheVisitorSaidBecomesTheCustomers() throws Exception {
        Customer visitor = Customer.anonymous(server);
        visitor.say("which boots for snow?");
        String id = visitor.visitor;

        visitor.arrive(signed(ines).put("visitor", id));
        visitor.say("it is me");

        assertThat(visitor.visitor).isEqualTo(id);
        assertThat(texts(visitor))
                .containsExactly(
                        "which boots for snow?", "You said: which boots for snow?", "it is me", "You said: it is me");
        assertThat(server.conversation(id).state().proofs()).contains(new Proof(Proof.Kind.SIGNED_IDENTITY, null));
    }

    @Test
    void theSameCustomerOnAnotherDeviceGoesOnWithTheSameConversation() throws Exception {
        Customer laptop = browser().arrive(signed(ines));
        laptop.say("hello from the laptop");
        Customer phone = browser().arrive(signed(ines));

        assertThat(phone.visitor).isNotEqualTo(laptop.visitor);
        assertThat(texts(phone)).containsExactly("hello from the laptop", "You said: hello from the laptop");
    }

    @Test
    void afterSignOutNothingOfItIsSeen() throws Exception {
        Customer customer = browser().arrive(signed(ines));
        customer.say("my size is 42");
        String id = customer.visitor;

        customer.arrive(new JsonObject().put("visitor", id));

        assertThat(customer.visitor).isNotEqualTo(id);
        assertThat(texts(customer)).isEmpty();
        assertThat(customer.start().statusCode()).isEqualTo(201);
    }

    @Test
    void aTokenFromBeforeTheSignInNoLongerReads() throws Exception {
        Customer visitor = Customer.anonymous(server);
        visitor.say("which boots for snow?");
        String before = visitor.token;
        try (Screen screen = visitor.open()) {
            screen.texts(2);
            visitor.arrive(signed(ines).put("visitor", visitor.visitor));

            assertThat(screen.closed().await(5, SECONDS)).isEqualTo((short) 1008);
        }

        visitor.token = before;
        assertThat(visitor.reconnect("").statusCode()).isEqualTo(403);
        assertThat(visitor.start().statusCode()).isEqualTo(403);
        assertThat(visitor.postActivity(new JsonObject().put("type", "message").put("text", "let me in"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenFromBeforeTheShopToldWhoItIsNoLongerWrites() throws Exception {
        Customer visitor = Customer.anonymous(server);
        visitor.say("which boots for snow?");
        JsonObject more = new JsonObject().put("type", "message").put("text", "let me in");

        server.db
                .preparedQuery("update customer set external_id = $1 where id = $2")
                .execute(Tuple.of(
                        ines, server.conversation(visitor.visitor).customer().value()))
                .await(5, SECONDS);
        server.site.visitors().forgetOwners();

        assertThat(visitor.postActivity(more).statusCode()).isEqualTo(403);
    }

    @Test
    void aStrangerAtTheSameBrowserGetsNothingOfWhoWasThere() throws Exception {
        Customer browser = browser().arrive(signed(ines));
        browser.say("my size is 42");
        String leftBehind = browser.visitor;

        browser.arrive(signed(omar).put("visitor", leftBehind));

        assertThat(browser.visitor).isNotEqualTo(leftBehind);
        assertThat(texts(browser)).isEmpty();
        assertThat(server.conversation(leftBehind).id())
                .isNotEqualTo(server.conversation(browser.visitor).id());
    }

    @Test
    void aScreenThatLookedOnShowsTheCustomersConversationAfterSignIn() throws Exception {
        Customer laptop = browser().arrive(signed(ines));
        laptop.say("hello from the laptop");
        Customer phone = browser().arrive(signed(ines));
        laptop.say("and again");

        try (Screen screen = phone.open()) {
            assertThat(screen.texts(4)).endsWith("and again", "You said: and again");
        }
    }

    @Test
    void whatTheVisitorHadBecomesTheCustomersToo() throws Exception {
        List<String> passed = new ArrayList<>();
        server.site.visitors().bring((from, to) -> {
            passed.add(from + " to " + to);
            return Future.succeededFuture();
        });
        Customer visitor = Customer.anonymous(server);
        visitor.say("hello");
        Conversation before = server.conversation(visitor.visitor);

        visitor.arrive(signed(ines).put("visitor", visitor.visitor));

        Conversation after = server.conversation(visitor.visitor);
        assertThat(passed).containsExactly(before.customer() + " to " + after.customer());
    }

    @Test
    void signingInTwiceMergesOnce() throws Exception {
        Customer visitor = Customer.anonymous(server);
        visitor.say("hello");

        visitor.arrive(signed(ines).put("visitor", visitor.visitor));
        visitor.arrive(signed(ines).put("visitor", visitor.visitor));

        assertThat(texts(visitor)).containsExactly("hello", "You said: hello");
        assertThat(server.conversation(visitor.visitor).linked()).hasSize(2);
    }

    @Test
    void anIdentityThatIsNotSignedWithOurSecretIsRefused() throws Exception {
        Customer customer = browser();

        assertThat(customer.post("/api/site/token", new JsonObject().put("identity", "a.b.c"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(customer.post(
                                "/api/site/token",
                                new JsonObject()
                                        .put(
                                                "identity",
                                                new JsonObject()
                                                        .put("user_id", ines)
                                                        .put("user_hash", "00")))
                        .bodyAsJsonObject()
                        .getString("detail"))
                .contains("OUTFITTER_IDENTITY_SECRET");
    }

    @Test
    void aUsersHashSignsInToo() throws Exception {
        // hex HMAC-SHA256 of 'Message' with the secret 'shared between the shop and us'
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                SiteServer.IDENTITY_SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
        String hash =
                java.util.HexFormat.of().formatHex(mac.doFinal(omar.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        Customer customer = browser()
                .arrive(new JsonObject()
                        .put("identity", new JsonObject().put("user_id", omar).put("user_hash", hash)));
        customer.say("hello");

        assertThat(server.conversations.byAddress("shop:" + omar).await(5, SECONDS))
                .map(found -> found.id())
                .contains(server.conversation(customer.visitor).id());
    }

    private Customer browser() {
        return new Customer(server.vertx, server.port());
    }

    private JsonObject signed(String customer) {
        return new JsonObject().put("identity", server.identity(customer, "Somebody"));
    }

    private static List<String> texts(Customer customer) throws Exception {
        return customer.readAll().stream()
                .filter(activity -> "message".equals(activity.getString("type")))
                .map(activity -> activity.getString("text"))
                .toList();
    }
}
