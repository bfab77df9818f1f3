package outfitter.server.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.customer.Customers;
import outfitter.models.demo.DemoPeople;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Received;
import outfitter.server.channel.Reception;
import outfitter.server.site.Visitors;

@ExtendWith(PostgresExtension.class)
class DemoConversationsTest {
    @Test
    void customersOfTheDemoSpeakOnceThroughTheReception(Pool db, TestDatabase database) throws Exception {
        Vertx vertx = Vertx.vertx();
        Clock clock = Clock.systemUTC();
        Conversations conversations = new Conversations(db);
        News news = new News();
        Timeline timeline = new Timeline(vertx, database.connectOptions(), conversations, news, clock);
        Merges merges = new Merges(db, timeline, clock);
        Visitors visitors = new Visitors(conversations, new Customers(db), timeline, merges, clock);
        List<Incoming> heard = new ArrayList<>();
        Reception reception = quiet(timeline, heard);
        DemoConversations demo = new DemoConversations(vertx, db, visitors, conversations, news, reception);

        int played = demo.playOnce().await(60, SECONDS);
        int again = demo.playOnce().await(10, SECONDS);

        assertThat(played).isGreaterThanOrEqualTo(8);
        assertThat(again).isZero();
        assertThat(heard).extracting(Incoming::address).hasSizeGreaterThan(played);
        assertThat(heard.stream().map(Incoming::address).distinct()).hasSize(played);
        assertThat(conversations.byAddress("shop:" + DemoPeople.INES).await(10, SECONDS))
                .isPresent();
        assertThat(conversations.byAddress("shop:" + DemoPeople.MAYA).await(10, SECONDS))
                .as("the tour's own customer has said nothing yet")
                .isEmpty();
        timeline.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }

    /** Writes each message down and settles it, as a bot that has nothing to say. */
    private static Reception quiet(Timeline timeline, List<Incoming> heard) {
        return new Reception() {
            @Override
            public Future<Received> receive(Incoming message, Function<Conversation, Future<Void>> admission) {
                heard.add(message);
                return timeline.receive(
                                message.address(),
                                message.id(),
                                (now, at) -> Future.succeededFuture(turn(now, message)))
                        .map(advance -> advance.match(
                                done -> new Received(
                                        done.after().id(), done.entries().get(0).seq()),
                                known -> new Received(known.conversation(), known.seq()),
                                nothing -> {
                                    throw new IllegalStateException("nothing written");
                                }));
            }

            @Override
            public void typing(ConversationId conversation) {
                // Nobody waits.
            }
        };
    }

    private static List<EntryBody> turn(Conversation now, Incoming message) {
        List<EntryBody> turn = new ArrayList<>();
        turn.add(new EntryBody.CustomerMessage(message.text(), message.address()));
        if (now.state().openEpisode().isEmpty()) {
            turn.add(new EntryBody.EpisodeOpened(now.state().nextEpisode(), null));
        }
        turn.add(new EntryBody.BotTrace(
                List.of(now.head() + 1), List.of(), Map.of(), "", "reply", null, List.of(), 0, NullNode.getInstance()));
        return turn;
    }
}
