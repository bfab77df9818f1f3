package outfitter.server.staff;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static outfitter.server.staff.Screen.keyed;
import static outfitter.server.staff.Screen.path;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.account.Role;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

@ExtendWith(PostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class LiveTest {
    private final StaffServer server;
    private Screen ana;
    private Screen ben;

    LiveTest(TestDatabase database) throws Exception {
        server = new StaffServer(database);
    }

    @BeforeEach
    void signIn() throws Exception {
        ana = server.signedIn(Role.AGENT);
        ben = server.signedIn(Role.AGENT);
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    @Test
    void aSocketFirstSaysWhoOneIsAndWhatWaits() throws Exception {
        ConversationId waiting = server.waiting(visitor(), "My boots came apart");

        Screen.Live live = ana.live();

        assertThat(live.next("hello").getJsonObject("account").getString("role"))
                .isEqualTo("agent");
        JsonObject row = row(live.next("queue").getJsonArray("rows"), waiting);
        assertThat(row.getString("holder")).isEqualTo("waiting");
        assertThat(row.getString("headline")).isEqualTo("My boots came apart");
        assertThat(row.getString("boundAt")).isNotNull();
        assertThat(live.next("staff").getJsonArray("present")).isNotEmpty();
        live.close();
    }

    @Test
    void aHandoffComesToEveryScreenAndGoesWhenItIsSolved() throws Exception {
        Screen.Live live = ben.live();
        live.next("queue");

        ConversationId id = server.waiting(visitor(), "help");
        live.next(frame -> isRow(frame, id, "waiting"));
        ana.act(id, "claim");
        live.next(frame -> isRow(frame, id, "claimed"));
        ana.act(id, "solve");

        JsonObject gone = live.next("gone");
        assertThat(gone.getLong("conversation")).isEqualTo(id.value());
        live.close();
    }

    @Test
    void theFirstToClaimWinsAndTheOtherIsTold() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");

        Future<HttpResponse<Buffer>> first = ana.sending(path(id, "claim"), keyed(new JsonObject()));
        Future<HttpResponse<Buffer>> second = ben.sending(path(id, "claim"), keyed(new JsonObject()));

        List<Integer> statuses = List.of(
                first.await(10, SECONDS).statusCode(), second.await(10, SECONDS).statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        Screen loser = statuses.get(0) == 409 ? ana : ben;
        HttpResponse<Buffer> late = loser.act(id, "reply", new JsonObject().put("text", "Hello"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.bodyAsJsonObject().getString("detail")).contains("has this conversation");
        assertThat(server.entries(id)).noneMatch(entry -> entry.body() instanceof EntryBody.AgentMessage);
    }

    @Test
    void aRepeatedKeyHasOneEffect() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        ana.act(id, "claim");
        JsonObject reply = keyed(new JsonObject().put("text", "Hello"));

        HttpResponse<Buffer> first = ana.post(path(id, "reply"), reply);
        HttpResponse<Buffer> again = ana.post(path(id, "reply"), reply);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.bodyAsJsonObject().getJsonArray("entries")).hasSize(1);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.bodyAsJsonObject().getJsonArray("entries")).isEmpty();
        assertThat(server.entries(id))
                .filteredOn(entry -> entry.body() instanceof EntryBody.AgentMessage)
                .hasSize(1);
    }

    @Test
    void afterACutTheSocketResumesAndMissesNothing() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        Screen.Live before = ana.live();
        before.watch(id, 0);
        assertThat(before.seqsUntil(3)).containsExactly(1L, 2L, 3L);
        server.says(id, said("one"));
        assertThat(before.seqsUntil(4)).containsExactly(4L);
        before.close();
        for (int i = 0; i < 450; i++) server.says(id, said("missed " + i));

        Screen.Live after = ana.live();
        after.watch(id, 4);
        for (int i = 0; i < 20; i++) server.says(id, said("while catching up " + i));

        assertThat(after.seqsUntil(474))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(5, 474).boxed().toList());
        after.close();
    }

    @Test
    void aWatcherGetsPanelAndSuggestionsWithEachMessage() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        Screen.Live live = ana.live();
        live.watch(id, 0);
        live.next("panel");

        server.says(id, said("It is about my tent"));

        assertThat(live.next("suggestions").getJsonObject("suggestions").containsKey("goesWith"))
                .isTrue();
        JsonObject panel = live.next(frame -> "panel".equals(frame.getString("type"))
                        && frame.encode().contains("It is about my tent"))
                .getJsonObject("panel");
        assertThat(panel.getJsonObject("briefing").getString("wants")).isEqualTo("help");
        live.close();
    }

    @Test
    void aMalformedFrameIsNamedAndTheSocketGoesOn() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        Screen.Live live = ana.live();

        live.send("{not json");
        assertThat(live.next("error").getString("detail")).contains("JSON");
        live.send("[1,2]");
        assertThat(live.next("error").getString("detail")).contains("object");
        live.send(new JsonObject().put("type", "dance"));
        assertThat(live.next("error").getString("detail")).contains("type");
        live.send(new JsonObject().put("type", "watch").put("conversation", "x"));
        assertThat(live.next("error").getString("detail")).contains("conversation");
        live.send(new JsonObject().put("type", "watch").put("conversation", 999_999_999L));
        assertThat(live.next("error").getString("detail")).contains("999999999");
        live.send("x".repeat(20_000));
        assertThat(live.next("error").getString("detail")).contains("characters");
        live.send(new JsonObject().put("type", "ping"));
        live.next("pong");
        live.watch(id, 0);

        assertThat(live.seqsUntil(3)).hasSize(3);
        live.close();
    }

    @Test
    void aFrameBeyondAllMeasureEndsTheSocketWithACodeThatSaysSo() throws Exception {
        Screen.Live live = ana.live();
        live.next("queue");

        live.send("x".repeat(1 << 20));

        assertThat(live.closeCode()).isEqualTo((short) 1009);
        ana.live().next("queue");
    }

    @Test
    void aConversationThatIsAbsorbedGoesOnInTheOtherWithTheAgentWhoHadIt() throws Exception {
        ConversationId stranger = server.waiting(visitor(), "it is me, I just did not sign in");
        ana.act(stranger, "claim");
        String known = visitor();
        ConversationId customer = server.says(known);
        Screen.Live live = ana.live();
        live.next("queue");
        live.watch(stranger, 0);
        live.next("entries");

        StaffServer.await(server.merges.merge(customer, stranger, "signed-identity"));

        assertThat(live.next("moved").getLong("into")).isEqualTo(customer.value());
        live.next(frame -> isRow(frame, customer, "claimed"));
        HttpResponse<Buffer> reply = ana.act(stranger, "reply", new JsonObject().put("text", "Welcome back"));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.bodyAsJsonObject().getLong("conversation")).isEqualTo(customer.value());
        JsonObject stream = ana.get(path(customer, "entries")).bodyAsJsonObject();
        assertThat(stream.getJsonArray("entries").getJsonObject(0).getLong("conversation"))
                .isEqualTo(stranger.value());
        live.close();
    }

    @Test
    void signingOutEndsTheSocketAndGivesBackWhatOneHad() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        Screen.Live live = ana.live();
        live.next("queue");
        ana.act(id, "claim");

        ana.delete("/api/session");

        assertThat(live.closeCode()).isEqualTo(LiveSocket.SIGNED_OUT);
        await().untilAsserted(() -> assertThat(StaffServer.await(server.conversations.find(id))
                        .orElseThrow()
                        .state()
                        .holder())
                .isEqualTo(Holder.WAITING));
    }

    @Test
    void typingReachesWhoWatchesAndTheCustomerOfWhoHasIt() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        BlockingQueue<String> customerSees = new LinkedBlockingQueue<>();
        server.typing.onStaff(id, customerSees::add);
        Screen.Live anas = ana.live();
        Screen.Live bens = ben.live();
        anas.watch(id, 0);
        bens.watch(id, 0);
        anas.next("entries");
        bens.next("entries");
        ana.act(id, "claim");

        server.typing.byCustomer(id);
        bens.send(new JsonObject().put("type", "typing").put("conversation", id.value()));
        anas.send(new JsonObject().put("type", "typing").put("conversation", id.value()));

        anas.next("typing");
        assertThat(customerSees.poll(5, SECONDS)).startsWith("agent-");
        anas.close();
        bens.close();
        assertThat(customerSees).isEmpty();
    }

    @Test
    void theStreamIsReadBackwardsPageByPage() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        for (int i = 0; i < 10; i++) server.says(id, said("more " + i));

        JsonObject newest = ana.get(path(id, "entries?limit=5")).bodyAsJsonObject();
        JsonObject older = ana.get(path(id, "entries?limit=5&before=9")).bodyAsJsonObject();

        assertThat(newest.getLong("head")).isEqualTo(13);
        assertThat(seqs(newest)).containsExactly(9L, 10L, 11L, 12L, 13L);
        assertThat(seqs(older)).containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(ana.get(path(id, "entries?before=x")).statusCode()).isEqualTo(400);
        assertThat(ana.get("/api/conversations/999999999/entries").statusCode()).isEqualTo(404);
    }

    @Test
    void badActsAreRefusedByName() throws Exception {
        ConversationId id = server.waiting(visitor(), "help");
        ana.act(id, "claim");

        assertThat(ana.act(id, "reply", new JsonObject().put("text", "  ")).statusCode())
                .isEqualTo(400);
        assertThat(ana.act(id, "reply", new JsonObject().put("text", "a\0b")).statusCode())
                .isEqualTo(400);
        assertThat(ana.act(id, "reply", new JsonObject().put("text", "\uD800")).statusCode())
                .isIn(400, 200);
        assertThat(ana.act(id, "problems/7/close", new JsonObject().put("how", "done"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ana.post(path(id, "claim"), new JsonObject()).statusCode()).isEqualTo(400);
        assertThat(ana.act(new ConversationId(999_999_999), "claim").statusCode())
                .isEqualTo(404);
        assertThat(ana.act(
                                id,
                                "problems",
                                new JsonObject()
                                        .put("kind", "odd")
                                        .put("severity", 2)
                                        .put("title", "x"))
                        .bodyAsString())
                .contains("kind");
    }

    private static String visitor() {
        return UUID.randomUUID().toString();
    }

    private static EntryBody said(String text) {
        return new EntryBody.CustomerMessage(text, "site:somebody");
    }

    private static boolean isRow(JsonObject frame, ConversationId id, String holder) {
        JsonObject row = frame.getJsonObject("row");
        return row != null && row.getLong("conversation") == id.value() && holder.equals(row.getString("holder"));
    }

    private static JsonObject row(JsonArray rows, ConversationId id) {
        return rows.stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getLong("conversation") == id.value())
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> seqs(JsonObject page) {
        return page.getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getLong("seq"))
                .toList();
    }
}
