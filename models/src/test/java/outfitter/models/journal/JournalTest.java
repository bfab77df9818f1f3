package outfitter.models.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Fold;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class JournalTest {
    private final PgConnectOptions options;
    private Node one;
    private Node other;

    JournalTest(PgConnectOptions options) {
        this.options = options;
    }

    @BeforeEach
    void start() {
        one = new Node(options);
        other = new Node(options);
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        other.close();
    }

    @Test
    void firstMessageOpensAConversationAndASecondContinuesIt() throws Exception {
        one.say("site:first", "1", 1).await(5, SECONDS);
        one.say("site:first", "2", 0).await(5, SECONDS);

        assertThat(one.entries(one.at("site:first"))).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void twoFirstMessagesAtOnceOpenOneConversation() throws Exception {
        Future<?> both = Future.all(one.say("site:rush", "1", 0), other.say("site:rush", "2", 0));

        both.await(5, SECONDS);

        assertThat(one.entries(one.at("site:rush"))).hasSize(2);
    }

    @Test
    void messageThatArrivesTwiceHasOneEffectAndIsToldWhereItStands() throws Exception {
        one.say("site:twice", "1", 2).await(5, SECONDS);

        Advance again = other.say("site:twice", "1", 2).await(5, SECONDS);

        assertThat(again).isEqualTo(new Advance.Duplicate(one.at("site:twice").id(), 1));
        assertThat(one.entries(one.at("site:twice"))).hasSize(3);
    }

    @Test
    void sameIdFromTwoAddressesIsTwoMessages() throws Exception {
        one.say("telegram:1", "17", 0).await(5, SECONDS);

        assertThat(one.say("telegram:2", "17", 0).await(5, SECONDS)).isInstanceOf(Advance.Appended.class);
    }

    @Test
    void decisionIsTakenAgainOnTheNewestStateWhenAnotherNodeCameFirst() throws Exception {
        one.say("site:raced", "1", 0).await(5, SECONDS);
        other.say("site:raced", "2", 0).await(5, SECONDS);
        List<Long> heads = new ArrayList<>();

        one.timeline
                .receive("site:raced", "3", (now, at) -> {
                    heads.add(now.head());
                    return Future.succeededFuture(List.of(new EntryBody.CustomerMessage("third", "site:raced")));
                })
                .await(5, SECONDS);

        assertThat(heads).containsExactly(1L, 2L);
    }

    @Test
    void decisionThatFailsWritesNothingAndHoldsNobodyUp() throws Exception {
        Future<Advance> failed = one.timeline.receive(
                "site:fails", "1", (now, at) -> Future.failedFuture(new IllegalStateException("routine broke")));
        Future<Advance> next = one.say("site:fails", "2", 0);

        assertThatThrownBy(() -> failed.await(5, SECONDS)).hasMessage("routine broke");
        assertThat(next.await(5, SECONDS)).isInstanceOf(Advance.Appended.class);
        assertThat(one.entries(one.at("site:fails"))).hasSize(1);
    }

    @Test
    void poisonedMessageFailsAloneAndItsNeighboursAreStored() throws Exception {
        List<Future<Advance>> good = new ArrayList<>();
        List<Future<Advance>> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            good.add(one.say("site:good" + i, "1", 1));
            // jsonb has no place for a NUL, so the database rejects the whole statement.
            if (i % 10 == 3) bad.add(one.say("site:bad" + i, "nul\u0000", 0));
        }

        Future.join(good).await(20, SECONDS);
        Future.join(bad).otherwiseEmpty().await(20, SECONDS);

        assertThat(good).allMatch(Future::succeeded);
        assertThat(bad).hasSize(4).allMatch(Future::failed);
    }

    @Test
    void rowThatSomebodyElseHoldsDelaysItsOwnConversationOnly() throws Exception {
        one.say("site:held", "1", 0).await(5, SECONDS);
        long held = one.at("site:held").id().value();
        Future<Advance> stuck = other.db
                .withTransaction(tx -> tx.preparedQuery("select from conversation where id = $1 for update")
                        .execute(Tuple.of(held))
                        .compose(locked -> {
                            Future<Advance> waiting = one.say("site:held", "2", 0);
                            return Future.all(IntStream.range(0, 50)
                                            .mapToObj(i -> one.say("site:free" + i, "1", 0))
                                            .toList())
                                    .map(done -> {
                                        assertThat(waiting.isComplete()).isFalse();
                                        return waiting;
                                    });
                        }))
                .compose(waiting -> waiting);

        assertThat(stuck.await(10, SECONDS)).isInstanceOf(Advance.Appended.class);
    }

    /** Two processes, few conversations, every message from one to three times, turns of unequal length. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostOrDoubledWhenTwoProcessesShareConversations(long seed) throws Exception {
        Random random = new Random(seed);
        List<Sent> sent = storm(random, "s" + seed + "-", 8, 400);

        List<Future<Advance>> answers = new ArrayList<>();
        for (Sent message : sent) {
            Node node = random.nextBoolean() ? one : other;
            answers.add(node.say(message.address, message.id, message.notes));
        }
        Future.all(answers).await(60, SECONDS);

        assertStoredOnce(sent);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void nothingIsLostOrDoubledWhenConnectionsAreCutAmidTheCommits(long seed) throws Exception {
        Random random = new Random(seed);
        List<Sent> sent = storm(random, "c" + seed + "-", 40, 2_000);
        List<Future<Advance>> answers = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Sent message = sent.get(i);
            answers.add((random.nextBoolean() ? one : other).say(message.address, message.id, message.notes));
            if (i % 250 == 200) cutJournals();
        }
        Future.all(answers).await(60, SECONDS);

        assertStoredOnce(sent);
    }

    private void cutJournals() throws Exception {
        other.db
                .query("select pg_terminate_backend(pid) from pg_stat_activity where query like"
                        + " 'with turn as materialized%' and pid <> pg_backend_pid()"
                        + " and datname = current_database()")
                .execute()
                .await(5, SECONDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void mergesAndUndosAmidRepeatsLoseAndDoubleNothing(long seed) throws Exception {
        Random random = new Random(seed);
        String prefix = "m" + seed + "-";
        List<Sent> sent = storm(random, prefix, 6, 500);
        ConcurrentLinkedQueue<Long> merged = new ConcurrentLinkedQueue<>();
        List<Future<?>> work = new ArrayList<>();
        for (int address = 0; address < 6; address++)
            one.say("site:" + prefix + address, "hello", 0).await(5, SECONDS);

        for (Sent message : sent) {
            Node node = random.nextBoolean() ? one : other;
            work.add(node.say(message.address, message.id, message.notes));
            if (random.nextInt(12) == 0) work.add(mergeTwo(node, prefix, random, merged));
            Long undo = random.nextInt(20) == 0 ? merged.poll() : null;
            if (undo != null) work.add(node.merges.undo(undo));
            if (random.nextInt(25) == 0) Future.all(work).await(60, SECONDS);
        }
        Future.all(work).await(60, SECONDS);

        assertThat(one.db.query("select from merge").execute().await(5, SECONDS).size())
                .isPositive();
        assertStoredOnce(sent);
    }

    private static Future<?> mergeTwo(Node node, String prefix, Random random, ConcurrentLinkedQueue<Long> merged) {
        String survivor = "site:" + prefix + random.nextInt(6);
        String absorbed = "site:" + prefix + random.nextInt(6);
        return Future.all(node.conversations.byAddress(survivor), node.conversations.byAddress(absorbed))
                .compose(both -> {
                    Optional<Conversation> into = both.resultAt(0);
                    Optional<Conversation> from = both.resultAt(1);
                    return node.merges.merge(
                            into.orElseThrow().id(), from.orElseThrow().id(), "test");
                })
                .onSuccess(done -> done.ifPresent(merge -> merged.add(merge.id())));
    }

    private record Sent(String address, String id, int notes) {}

    private static List<Sent> storm(Random random, String prefix, int addresses, int messages) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Sent message = new Sent("site:" + prefix + random.nextInt(addresses), "id" + i, random.nextInt(4));
            int times = random.nextInt(4) == 0 ? 3 : 1;
            for (int again = 0; again < times; again++) sent.add(message);
        }
        return sent;
    }

    /** Every message once, with all its notes behind it; every conversation gapless, with the state its entries make. */
    private void assertStoredOnce(List<Sent> sent) throws Exception {
        Set<Sent> distinct = new HashSet<>(sent);
        Map<String, Integer> found = new HashMap<>();
        var rows = one.db
                .query("select id, head, state::text, linked from conversation order by id")
                .execute()
                .await(5, SECONDS);
        for (var row : rows) {
            var id = new ConversationId(row.getLong("id"));
            Conversation conversation =
                    one.conversations.find(id).await(5, SECONDS).orElseThrow();
            List<Entry> entries = one.entries(conversation);
            assertThat(entries).hasSize((int) conversation.head());
            ConversationState state = ConversationState.EMPTY;
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                assertThat(entry.seq()).isEqualTo(i + 1);
                state = Fold.after(state, List.of(entry));
                if (entry.body() instanceof EntryBody.CustomerMessage said) {
                    found.merge(said.address() + " " + said.text(), 1, Integer::sum);
                    assertNotesFollow(entries, i, said.text(), sent);
                }
            }
            assertThat(state).isEqualTo(conversation.state());
        }
        for (Sent message : distinct) {
            assertThat(found.get(message.address + " message " + message.id))
                    .as("times that %s is stored", message)
                    .isEqualTo(1);
        }
    }

    private static void assertNotesFollow(List<Entry> entries, int at, String text, List<Sent> sent) {
        int expected = sent.stream()
                .filter(message -> text.equals("message " + message.id)
                        && entries.get(at).body() instanceof EntryBody.CustomerMessage said
                        && said.address().equals(message.address))
                .mapToInt(Sent::notes)
                .findFirst()
                .orElse(0);
        for (int note = 0; note < expected; note++) {
            assertThat(entries.get(at + 1 + note).body())
                    .isInstanceOfSatisfying(
                            EntryBody.Note.class,
                            written -> assertThat(written.text()).endsWith(text.replace("message ", "on ")));
        }
    }
}
