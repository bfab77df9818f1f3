package outfitter.models.journal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.EntryBody;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class TurnStatementTest {
    private final Node node;

    TurnStatementTest(PgConnectOptions options) {
        node = new Node(options);
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
    }

    @Test
    void commitNeverReadsAWholeTableHoweverYoungItIs() throws Exception {
        for (EntryBody body : List.of(
                new EntryBody.Note(1, "Ana", "plain"),
                new EntryBody.EpisodeOpened(1, null),
                new EntryBody.BotMessage("brought by a service", List.of(), List.of(), null))) {
            String statement = TurnStatement.of(List.of(turnOf(body)));

            assertThat(plan(statement)).contains("Update on conversation").doesNotContain("Seq Scan");
        }
    }

    @Test
    void turnThatLeavesTheEpisodeAsItIsDoesNotWriteItAnew() throws Exception {
        append("site:kept", "1", new EntryBody.EpisodeOpened(1, null), new EntryBody.Claimed(1, 7, "Ana"));
        String claimed = text(episode("xmin::text || ctid::text", "site:kept"));

        append("site:kept", "2", new EntryBody.CustomerMessage("and the other one?", "site:kept"));

        assertThat(text(episode("xmin::text || ctid::text", "site:kept"))).isEqualTo(claimed);
    }

    @Test
    void turnThatChangesTheEpisodeWritesItAnew() throws Exception {
        append("site:stepped", "1", new EntryBody.EpisodeOpened(1, null));

        append("site:stepped", "2", new EntryBody.Claimed(1, 7, "Ana"));

        assertThat(text(episode("state", "site:stepped"))).isEqualTo("claimed");
    }

    private static String episode(String what, String address) {
        return "select e." + what.replace("|| ", "|| e.") + " as row from episode e join address a using (conversation)"
                + " where a.source = '" + address + "'";
    }

    private static Turn turnOf(EntryBody body) {
        EntryBody said = new EntryBody.CustomerMessage("hello", "whatsapp:441632960000");
        Conversation empty =
                new Conversation(new ConversationId(1), new CustomerId(1), 0, ConversationState.EMPTY, null, List.of());
        List<EntryBody> bodies = body instanceof EntryBody.BotMessage ? List.of(said, body) : List.of(body);
        return Turn.of(empty, Cause.message("whatsapp:441632960000", "1"), Instant.EPOCH, bodies);
    }

    private void append(String address, String id, EntryBody... bodies) throws Exception {
        node.timeline
                .receive(address, id, (now, at) -> Future.succeededFuture(List.of(bodies)))
                .await(5, SECONDS);
    }

    private String plan(String statement) throws Exception {
        return node.db
                .withConnection(connection -> connection
                        .query(Lane.PLANNER)
                        .execute()
                        .compose(set -> connection
                                .query("explain (generic_plan) " + statement)
                                .execute()))
                .map(rows -> String.join(
                        "\n", rows.stream().map(row -> row.getString(0)).toList()))
                .await(5, SECONDS);
    }

    private String text(String query) throws Exception {
        return node.db
                .query(query)
                .execute()
                .map(rows -> rows.iterator().next().getString("row"))
                .await(5, SECONDS);
    }
}
