package outfitter.server.channel.directline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Cause;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ReconnectTest {
    private static final int MESSAGES = 120;

    private final PgConnectOptions database;
    private final String ines = "customer-" + UUID.randomUUID();
    private SiteServer server;

    ReconnectTest(PgConnectOptions database) {
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
    void whoIsHandedOffWhileTheirScreenOpensSeesThatTheyWait() throws Exception {
        for (int round = 0; round < 60; round++) {
            Customer customer = Customer.anonymous(server);
            customer.say("I want to talk to a person");
            ConversationId conversation = server.conversation(customer.visitor).id();
            String stream = customer.start().bodyAsJsonObject().getString("streamUrl");
            // The handoff comes a little later each time, so that some meet the screen half open.
            Future<?> handedOff = after(round % 15).compose(now -> handOff(conversation));
            try (Screen screen = customer.screen(stream)) {
                handedOff.await(10, SECONDS);
                assertThat(untilWaiting(screen)).as("round " + round).isTrue();
            }
        }
    }

    private Future<?> after(int questions) {
        Future<?> done = Future.succeededFuture();
        for (int i = 0; i < questions; i++) {
            done = done.compose(before -> server.db.query("select 1").execute());
        }
        return done;
    }

    private Future<?> handOff(ConversationId conversation) {
        return server.timeline.advance(
                conversation,
                Cause.inner("test", "handed off"),
                (now, at) -> Future.succeededFuture(
                        List.of(new EntryBody.HandedOff(1, "wants-person", "", Map.of(), null))));
    }

    private static boolean untilWaiting(Screen screen) throws Exception {
        while (true) {
            JsonObject holder = screen.event("outfitter/holder").getJsonObject("value");
            if ("waiting".equals(holder.getString("holder"))) return true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aClientThatIsCutAgainAndAgainMissesNothingAndSeesNothingTwice(long seed) throws Exception {
        Random random = new Random(seed);
        Customer customer = Customer.anonymous(server);
        FutureTask<Integer> posting = new FutureTask<>(() -> {
            for (int i = 0; i < MESSAGES; i++) customer.say("message " + i);
            return MESSAGES;
        });
        new Thread(posting).start();

        List<String> texts = new ArrayList<>();
        String watermark = "";
        while (texts.size() < 2 * MESSAGES) {
            try (Screen screen = customer.reopen(watermark)) {
                int until = Math.min(2 * MESSAGES, texts.size() + 1 + random.nextInt(40));
                while (texts.size() < until) texts.add(screen.next().getString("text"));
                screen.restOfFrame().stream()
                        .filter(ReconnectTest::isMessage)
                        .forEach(rest -> texts.add(rest.getString("text")));
                watermark = screen.seen();
            }
        }

        assertThat(posting.get(30, SECONDS)).isEqualTo(MESSAGES);
        assertThat(texts)
                .isEqualTo(IntStream.range(0, MESSAGES)
                        .boxed()
                        .flatMap(i -> List.of("message " + i, "You said: message " + i).stream())
                        .toList());
    }

    @Test
    void aMergeIsShownWholeToEveryScreenOfTheCustomer() throws Exception {
        Customer home = signedIn();
        Customer phone = Customer.anonymous(server);
        phone.say("from the phone");

        try (Screen laptop = home.open()) {
            assertThat(laptop.texts(2)).containsExactly("from the laptop", "You said: from the laptop");
            String before = phone.read("").getString("watermark");
            phone.arrive(new JsonObject().put("visitor", phone.visitor).put("identity", server.identity(ines, "Ines")));
            phone.say("now I am known");

            assertThat(laptop.texts(4))
                    .containsExactly(
                            "from the phone", "You said: from the phone", "now I am known", "You said: now I am known");
            try (Screen again = phone.reopen(before)) {
                assertThat(again.texts(4))
                        .containsExactly(
                                "from the laptop",
                                "You said: from the laptop",
                                "now I am known",
                                "You said: now I am known");
            }
        }
    }

    @Test
    void anUndoneMergeLeadsEachClientBackToItsOwn() throws Exception {
        Customer home = signedIn();
        Customer phone = Customer.anonymous(server);
        phone.say("from the phone");
        ConversationId own = server.conversation(phone.visitor).id();
        long merge = server.merges
                .merge(server.conversation(home.visitor).id(), own, "by hand")
                .await(5, SECONDS)
                .orElseThrow()
                .id();

        try (Screen laptop = home.open()) {
            laptop.texts(4);
            server.merges.undo(merge).await(5, SECONDS);
            phone.say("only mine");
            home.say("only hers");

            assertThat(laptop.texts(2)).containsExactly("only hers", "You said: only hers");
            assertThat(phone.readAll())
                    .extracting(each -> each.getString("text"))
                    .containsExactly("from the phone", "You said: from the phone", "only mine", "You said: only mine");
        }
    }

    @Test
    void manyEntriesThatAreNotTheCustomersDoNotStopTheReading() throws Exception {
        Customer customer = Customer.anonymous(server);
        customer.say("before");
        Conversation conversation = server.conversation(customer.visitor);
        EntryBody[] notes = IntStream.range(0, 350)
                .mapToObj(i -> new EntryBody.Note(7, "Maya", "note " + i))
                .toArray(EntryBody[]::new);
        server.happens(conversation.id(), "notes", notes);
        customer.say("after");

        try (Screen screen = customer.open()) {
            assertThat(screen.texts(4)).containsExactly("before", "You said: before", "after", "You said: after");
        }
        assertThat(customer.readAll()).hasSize(4);
    }

    @Test
    void aSlowReaderIsHeldBackAloneAndLosesNothing() throws Exception {
        Customer customer = Customer.anonymous(server);
        customer.say("first");
        ConversationId conversation = server.conversation(customer.visitor).id();
        String words = "x".repeat(10_000);

        try (Screen asleep = customer.open();
                Screen awake = customer.open()) {
            asleep.texts(2);
            awake.texts(2);
            asleep.socket().pause();
            for (int turn = 0; turn < 60; turn++) server.happens(conversation, "flood-" + turn, flood(turn, words));

            assertThat(awake.texts(3_000)).last().isEqualTo(2_999 + words);
            assertThat(server.streams.heldBack()).isEqualTo(1);
            // Of thirty megabytes: a page of a hundred entries, and before it one turn that was shown at once.
            assertThat(server.streams.waitingCharacters()).isLessThan(2_000_000);
            asleep.socket().resume();
            assertThat(asleep.texts(3_000))
                    .isEqualTo(
                            IntStream.range(0, 3_000).mapToObj(i -> i + words).toList());
        }
    }

    private static EntryBody[] flood(int turn, String words) {
        return IntStream.range(turn * 50, turn * 50 + 50)
                .mapToObj(i -> new EntryBody.BotMessage(i + words, List.of(), List.of(), null))
                .toArray(EntryBody[]::new);
    }

    private static boolean isMessage(JsonObject activity) {
        return "message".equals(activity.getString("type"));
    }

    private Customer signedIn() throws Exception {
        Customer home = new Customer(server.vertx, server.port());
        home.arrive(new JsonObject().put("identity", server.identity(ines, "Ines")));
        home.say("from the laptop");
        return home;
    }
}
