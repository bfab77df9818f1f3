package outfitter.server.channel.directline;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;

/** The client that Microsoft publishes works unchanged. */
@ExtendWith(PostgresExtension.class)
class PublicClientTest {
    private static final int ONLINE = 2;

    private final PgConnectOptions database;
    private SiteServer server;

    PublicClientTest(PgConnectOptions database) {
        this.database = database;
    }

    @BeforeAll
    static void install() throws Exception {
        PublicClient.install();
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
    void itConnectsPostsAndReceives() throws Exception {
        Customer visitor = Customer.anonymous(server);

        try (PublicClient client = connect(visitor)) {
            client.awaitStatus(ONLINE);
            String id = client.say("Where is my parcel?");
            List<JsonObject> messages = client.messages(2);

            assertThat(messages.get(0).getString("id")).isEqualTo(id);
            assertThat(texts(messages)).containsExactly("Where is my parcel?", "You said: Where is my parcel?");
        }
    }

    @Test
    void afterACutItComesBackWithItsWatermarkAndMissesNothing() throws Exception {
        Customer visitor = Customer.anonymous(server);

        try (PublicClient client = connect(visitor)) {
            client.awaitStatus(ONLINE);
            List<String> texts = new ArrayList<>();
            client.say("before");
            texts.addAll(texts(client.messages(2)));
            client.cut();
            for (int i = 1; i <= 150; i++) visitor.say("meanwhile " + i);
            texts.addAll(texts(client.messages(300)));
            client.say("after");
            texts.addAll(texts(client.messages(2)));

            assertThat(texts).hasSize(304).doesNotHaveDuplicates();
            assertThat(texts)
                    .startsWith("before", "You said: before", "meanwhile 1")
                    .endsWith("after", "You said: after");
        }
    }

    @Test
    void twoOfThemOnOneConversationStayInStep() throws Exception {
        Customer visitor = Customer.anonymous(server);

        try (PublicClient one = connect(visitor);
                PublicClient other = connect(visitor)) {
            one.awaitStatus(ONLINE);
            other.awaitStatus(ONLINE);
            for (int i = 0; i < 20; i++) (i % 2 == 0 ? one : other).say("message " + i);

            List<JsonObject> seenByOne = one.messages(40);
            assertThat(seenByOne).isEqualTo(other.messages(40));
            assertThat(texts(seenByOne))
                    .isEqualTo(IntStream.range(0, 20)
                            .boxed()
                            .flatMap(i -> List.of("message " + i, "You said: message " + i).stream())
                            .toList());
        }
    }

    private PublicClient connect(Customer visitor) throws Exception {
        return PublicClient.connect("http://127.0.0.1:" + server.port(), visitor.token);
    }

    private static List<String> texts(List<JsonObject> messages) {
        return messages.stream().map(message -> message.getString("text")).toList();
    }
}
