package outfitter.models.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Position;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class MergesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final PgConnectOptions options;
    private final String visitor = "site:visitor" + NEXT.incrementAndGet();
    private final String member = "shop:member" + NEXT.incrementAndGet();
    private Node node;

    MergesTest(PgConnectOptions options) {
        this.options = options;
    }

    @BeforeEach
    void start() {
        node = new Node(options);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void nextMessageFromTheVisitorsAddressContinuesTheMembersConversation() throws Exception {
        say(visitor, "1");
        say(member, "1");

        merge();
        say(visitor, "2");

        assertThat(node.at(visitor).id()).isEqualTo(node.at(member).id());
        assertThat(texts(node.entries(node.at(member)))).containsExactly("message 1", "message 2");
    }

    @Test
    void streamRunsThroughTheAbsorbedConversationFirst() throws Exception {
        say(visitor, "1");
        say(visitor, "2");
        say(member, "3");
        Position afterFirst = new Position(node.at(visitor).id(), 1);

        merge();
        say(visitor, "4");

        List<Entry> rest =
                node.conversations.stream(node.at(visitor), afterFirst, 100).await(5, SECONDS);
        assertThat(texts(rest)).containsExactly("message 2", "message 3", "message 4");
    }

    @Test
    void watermarkReadInPiecesMissesAndRepeatsNothing() throws Exception {
        for (int i = 0; i < 7; i++) say(visitor, "v" + i);
        for (int i = 0; i < 7; i++) say(member, "m" + i);
        merge();

        StringBuilder read = new StringBuilder();
        @Nullable Position position = null;
        List<Entry> piece;
        do {
            piece = node.conversations.stream(node.at(member), position, 3).await(5, SECONDS);
            for (Entry entry : piece) {
                position = Position.parse(new Position(entry.conversation(), entry.seq()).watermark())
                        .orElseThrow();
                texts(List.of(entry))
                        .forEach(text -> read.append(text.substring(8)).append(' '));
            }
        } while (piece.size() == 3);

        assertThat(read.toString()).isEqualTo("v0 v1 v2 v3 v4 v5 v6 m0 m1 m2 m3 m4 m5 m6 ");
    }

    @Test
    void whoWaitedForAPersonKeepsTheirPlaceWhenTheySignIn() throws Exception {
        say(member, "1");
        handOff(visitor);
        Instant arrived = node.at(visitor)
                .state()
                .openEpisode()
                .map(Episode::virtualArrival)
                .orElseThrow();

        merge();

        Conversation survivor = node.at(visitor);
        assertThat(survivor.state().holder()).isEqualTo(Holder.WAITING);
        assertThat(survivor.state().openEpisode().map(Episode::virtualArrival)).contains(arrived);
    }

    @Test
    void messageRepeatedAfterTheMergeIsStillADuplicate() throws Exception {
        say(visitor, "1");
        say(member, "1");
        merge();

        Advance again = node.say(visitor, "1", 0).await(5, SECONDS);

        assertThat(again).isInstanceOf(Advance.Duplicate.class);
    }

    @Test
    void undoneMergeLeadsTheVisitorsAddressBack() throws Exception {
        say(visitor, "1");
        say(member, "1");
        Conversation before = node.at(visitor);
        long merge = merge();

        assertThat(node.merges.undo(merge).await(5, SECONDS)).isTrue();
        say(visitor, "2");

        assertThat(node.at(visitor).id()).isEqualTo(before.id());
        assertThat(texts(node.entries(node.at(visitor)))).containsExactly("message 1", "message 2");
        assertThat(node.merges.undo(merge).await(5, SECONDS)).isFalse();
    }

    @Test
    void innerMergeIsNotUndoneWhileItsSurvivorIsAbsorbed() throws Exception {
        String third = "site:third" + NEXT.incrementAndGet();
        say(visitor, "1");
        say(member, "1");
        say(third, "1");
        long inner = merge();
        node.merges.merge(node.at(third).id(), node.at(member).id(), "test").await(5, SECONDS);

        assertThat(node.merges.undo(inner).await(5, SECONDS)).isFalse();

        assertThat(node.at(visitor).id()).isEqualTo(node.at(third).id());
    }

    private void say(String address, String id) throws Exception {
        node.say(address, id, 0).await(5, SECONDS);
    }

    private void handOff(String address) throws Exception {
        node.timeline
                .receive(
                        address,
                        "handoff",
                        (now, at) -> Future.succeededFuture(List.of(
                                new EntryBody.CustomerMessage("a person", address),
                                new EntryBody.EpisodeOpened(now.state().nextEpisode(), null),
                                new EntryBody.HandedOff(
                                        now.state().nextEpisode(), "asked", "wants a person", Map.of(), null))))
                .await(5, SECONDS);
    }

    private long merge() throws Exception {
        return node.merges
                .merge(node.at(member).id(), node.at(visitor).id(), "signed in")
                .await(5, SECONDS)
                .orElseThrow()
                .id();
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(Entry::body)
                .filter(EntryBody.CustomerMessage.class::isInstance)
                .map(body -> ((EntryBody.CustomerMessage) body).text())
                .toList();
    }
}
