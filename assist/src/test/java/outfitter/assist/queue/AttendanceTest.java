package outfitter.assist.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static outfitter.assist.DeskNode.key;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.assist.DeskNode;
import outfitter.assist.handoff.Agent;
import outfitter.models.account.Role;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

@ExtendWith(PostgresExtension.class)
class AttendanceTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final TestDatabase database;

    AttendanceTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatAnAbsentAgentHadWaitsAgainAtItsOldPlace() throws Exception {
        try (DeskNode node = new DeskNode(database)) {
            Agent ana = node.agent(key(), Role.AGENT);
            Attendance.Visit visit = node.attendance.arrive(ana.account(), ana.name());
            ConversationId id = node.waiting(key(), "help");
            Conversation before = node.now(id);
            DeskNode.await(node.desk.claim(id, ana, key()));

            visit.close();

            await().untilAsserted(
                            () -> assertThat(node.now(id).state().holder()).isEqualTo(Holder.WAITING));
            assertThat(node.now(id).state().openEpisode().orElseThrow().virtualArrival())
                    .isEqualTo(before.state().openEpisode().orElseThrow().virtualArrival());
            assertThat(node.bodies(id))
                    .last()
                    .isInstanceOfSatisfying(
                            EntryBody.Released.class,
                            released -> assertThat(released.cause()).isEqualTo("absent"));
        }
    }

    @Test
    void aShortCutIsForgiven() throws Exception {
        try (DeskNode node = new DeskNode(database, Duration.ofMillis(400))) {
            Agent ana = node.agent(key(), Role.AGENT);
            Agent ben = node.agent(key(), Role.AGENT);
            Attendance.Visit visit = node.attendance.arrive(ana.account(), ana.name());
            Attendance.Visit other = node.attendance.arrive(ben.account(), ben.name());
            ConversationId hers = node.waiting(key(), "hers");
            ConversationId his = node.waiting(key(), "his");
            DeskNode.await(node.desk.claim(hers, ana, key()));
            DeskNode.await(node.desk.claim(his, ben, key()));

            visit.close();
            node.attendance.arrive(ana.account(), ana.name());
            other.close();

            await().untilAsserted(
                            () -> assertThat(node.now(his).state().holder()).isEqualTo(Holder.WAITING));
            assertThat(node.now(hers).state().holder()).isEqualTo(Holder.CLAIMED);
        }
    }

    @Test
    void oneOfTwoOpenDesksIsEnough() throws Exception {
        try (DeskNode node = new DeskNode(database)) {
            Agent ana = node.agent(key(), Role.AGENT);
            Agent ben = node.agent(key(), Role.AGENT);
            node.attendance.arrive(ana.account(), ana.name());
            Attendance.Visit second = node.attendance.arrive(ana.account(), ana.name());
            ConversationId hers = node.waiting(key(), "hers");
            ConversationId his = node.waiting(key(), "his");
            DeskNode.await(node.desk.claim(hers, ana, key()));
            DeskNode.await(node.desk.claim(his, ben, key()));

            second.close();

            await().untilAsserted(
                            () -> assertThat(node.now(his).state().holder()).isEqualTo(Holder.WAITING));
            assertThat(node.now(hers).state().holder()).isEqualTo(Holder.CLAIMED);
        }
    }

    @Test
    void signingOutGivesBackAtOnce() throws Exception {
        try (DeskNode node = new DeskNode(database, LONG)) {
            Agent ana = node.agent(key(), Role.AGENT);
            Attendance.Visit visit = node.attendance.arrive(ana.account(), ana.name());
            ConversationId id = node.waiting(key(), "help");
            DeskNode.await(node.desk.claim(id, ana, key()));

            visit.leave();

            await().untilAsserted(
                            () -> assertThat(node.now(id).state().holder()).isEqualTo(Holder.WAITING));
        }
    }

    @Test
    void whatWasClaimedBeforeARestartWaitsAgainWhenNobodyComesBack() throws Exception {
        ConversationId abandoned;
        ConversationId kept;
        Agent ana;
        Agent ben;
        try (DeskNode before = new DeskNode(database, LONG)) {
            ana = before.agent(key(), Role.AGENT);
            ben = before.agent(key(), Role.AGENT);
            abandoned = before.waiting(key(), "abandoned");
            kept = before.waiting(key(), "kept");
            DeskNode.await(before.desk.claim(abandoned, ana, key()));
            DeskNode.await(before.desk.claim(kept, ben, key()));
        }

        try (DeskNode after = new DeskNode(database)) {
            after.attendance.arrive(ben.account(), ben.name());

            await().untilAsserted(() ->
                    assertThat(after.now(abandoned).state().holder()).isEqualTo(Holder.WAITING));
            assertThat(after.now(kept).state().holder()).isEqualTo(Holder.CLAIMED);
        }
    }

    @Test
    void anAgentAtADeskOfAnotherNodeIsThere() throws Exception {
        try (DeskNode node = new DeskNode(database)) {
            Agent ana = node.agent(key(), Role.AGENT);
            Agent ben = node.agent(key(), Role.AGENT);
            DeskNode.await(node.presence.seen(ana.account(), Instant.now().plusSeconds(3600)));
            ConversationId hers = node.waiting(key(), "hers");
            ConversationId his = node.waiting(key(), "his");
            DeskNode.await(node.desk.claim(hers, ana, key()));
            DeskNode.await(node.desk.claim(his, ben, key()));

            await().untilAsserted(
                            () -> assertThat(node.now(his).state().holder()).isEqualTo(Holder.WAITING));
            assertThat(node.now(hers).state().holder()).isEqualTo(Holder.CLAIMED);
        }
    }
}
