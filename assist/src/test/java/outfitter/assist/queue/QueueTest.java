package outfitter.assist.queue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static outfitter.assist.DeskNode.key;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.assist.DeskNode;
import outfitter.assist.handoff.Agent;
import outfitter.models.account.Role;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Glimpses;
import outfitter.models.conversation.Holder;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

@ExtendWith(PostgresExtension.class)
class QueueTest {
    private final DeskNode node;
    private Agent ana;

    QueueTest(TestDatabase database) throws Exception {
        node = new DeskNode(database);
    }

    @BeforeEach
    void signIn() throws Exception {
        ana = node.agent("ana-" + key(), Role.AGENT);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void aHandoffStandsInTheQueueWithWhatTheCustomerWants() throws Exception {
        ConversationId waiting = node.waiting(key(), "My boots came apart");

        Row row = row(waiting);

        assertThat(row.holder()).isEqualTo(Holder.WAITING);
        assertThat(row.headline()).isEqualTo("My boots came apart");
        assertThat(row.lastMessage())
                .isNotNull()
                .extracting(Row.LastMessage::from)
                .isEqualTo("customer");
        assertThat(row.virtualArrival()).isNotNull();
        assertThat(row.boundAt()).isEqualTo(row.virtualArrival().plus(Queue.BOUND));
        assertThat(row.channel()).isEqualTo("site");
    }

    @Test
    void aReleasedConversationKeepsItsPlace() throws Exception {
        ConversationId first = node.waiting(key(), "first");
        ConversationId second = node.waiting(key(), "second");
        DeskNode.await(node.desk.claim(first, ana, key()));
        ConversationId third = node.waiting(key(), "third");

        DeskNode.await(node.desk.release(first, ana, key()));

        assertThat(order()).containsSubsequence(first.value(), second.value(), third.value());
    }

    @Test
    void aSolvedConversationIsGone() throws Exception {
        ConversationId id = node.waiting(key(), "solve me");
        DeskNode.await(node.desk.claim(id, ana, key()));
        BlockingQueue<QueueNews> seen = new LinkedBlockingQueue<>();
        DeskNode.await(node.queue.follow(rows -> {}, seen::add));

        DeskNode.await(node.desk.solve(id, ana, key()));

        await().untilAsserted(() -> assertThat(seen).contains(new QueueNews.Gone(id)));
        assertThat(order()).doesNotContain(id.value());
    }

    @Test
    void aFollowerSeesThePresentStateThenEachChange() throws Exception {
        ConversationId before = node.waiting(key(), "before");
        BlockingQueue<List<Row>> first = new LinkedBlockingQueue<>();
        BlockingQueue<QueueNews> changes = new LinkedBlockingQueue<>();
        DeskNode.await(node.queue.follow(first::add, changes::add));

        DeskNode.await(node.desk.claim(before, ana, key()));

        assertThat(first.poll(5, SECONDS)).extracting(Row::conversation).contains(before.value());
        await().untilAsserted(() -> assertThat(changes)
                .filteredOn(QueueNews.Changed.class::isInstance)
                .extracting(change -> ((QueueNews.Changed) change).row())
                .anySatisfy(row -> {
                    assertThat(row.conversation()).isEqualTo(before.value());
                    assertThat(row.holder()).isEqualTo(Holder.CLAIMED);
                    assertThat(row.claimedBy()).isEqualTo(new Row.Person(ana.account(), ana.name()));
                }));
    }

    @Test
    void whoStandsBehindMovesUp() throws Exception {
        ConversationId first = node.waiting(key(), "first");
        ConversationId second = node.waiting(key(), "second");
        int before = Objects.requireNonNull(row(second).position());
        BlockingQueue<QueueNews> changes = new LinkedBlockingQueue<>();
        DeskNode.await(node.queue.follow(rows -> {}, changes::add));

        DeskNode.await(node.desk.claim(first, ana, key()));
        DeskNode.await(node.desk.solve(first, ana, key())); // an absent agent would be relieved of it again

        await().untilAsserted(() -> assertThat(changes)
                .filteredOn(QueueNews.Changed.class::isInstance)
                .extracting(change -> ((QueueNews.Changed) change).row())
                .anySatisfy(row -> {
                    assertThat(row.conversation()).isEqualTo(second.value());
                    assertThat(row.position()).isEqualTo(before - 1);
                }));
    }

    @Test
    void aRowThatChangesAgainAndAgainIsToldSeldomAndInTheEndAsItIs() throws Exception {
        ConversationId busy = node.waiting(key(), "busy");
        BlockingQueue<QueueNews> changes = new LinkedBlockingQueue<>();
        DeskNode.await(node.queue.follow(rows -> {}, changes::add));

        long head = 0;
        for (int i = 0; i < 40; i++) {
            head = node.writes(busy, new EntryBody.Note(ana.account(), ana.name(), "note " + i))
                    .head();
        }

        long newest = head;
        await().untilAsserted(() -> assertThat(changes)
                .anySatisfy(change ->
                        assertThat(((QueueNews.Changed) change).row().head()).isEqualTo(newest)));
        assertThat(changes).hasSizeLessThan(30);
    }

    @Test
    void aRestartedQueueShowsWhatTheLivingOneShowed() throws Exception {
        ConversationId waiting = node.waiting(key(), "still waiting");
        node.writes(waiting, new EntryBody.ProblemOpened(1, "damaged", 2, "torn", null, null, null));
        ConversationId claimed = node.waiting(key(), "in hand");
        DeskNode.await(node.desk.claim(claimed, ana, key()));
        DeskNode.await(node.desk.reply(claimed, ana, key(), "Hello", List.of()));

        Queue restarted = new Queue(node.context, node.episodes, new Glimpses(node.db), node.news);
        DeskNode.await(restarted.start());

        assertThat(DeskNode.await(restarted.rows())).isEqualTo(DeskNode.await(node.queue.rows()));
        restarted.stop();
    }

    @Test
    void theBotsAnswersWhileWaitingDoNotHideTheCustomersWords() throws Exception {
        String visitor = key();
        ConversationId id = node.waiting(visitor, "Where is my tent?");
        node.writes(id, new EntryBody.BotMessage("You are next.", List.of(), List.of(), null));

        assertThat(row(id).lastMessage()).extracting(Row.LastMessage::text).isEqualTo("Where is my tent?");
        assertThat(row(id).head()).isEqualTo(4);
    }

    private Row row(ConversationId id) throws Exception {
        return DeskNode.await(node.queue.rows()).stream()
                .filter(row -> row.conversation() == id.value())
                .findFirst()
                .orElseThrow();
    }

    private List<Long> order() throws Exception {
        return DeskNode.await(node.queue.rows()).stream().map(Row::conversation).toList();
    }
}
