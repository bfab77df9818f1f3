package outfitter.server.site;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

/** Who looks at the shop's page, before and after it says who they are. */
@ExtendWith(PostgresExtension.class)
class VisitorsTest {
    private static final int ROUNDS = 60;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @Test
    void whatIsOnItsWayWhileSomebodySignsInIsTheirsToo(Pool db, TestDatabase database) throws Exception {
        Conversations conversations = new Conversations(db);
        Clock clock = Clock.systemUTC();
        Timeline timeline = new Timeline(vertx, database.connectOptions(), conversations, new News(), clock);
        Visitors visitors =
                new Visitors(conversations, new Customers(db), timeline, new Merges(db, timeline, clock), clock);

        List<Integer> apart = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String id = Visitor.freshId();
            Identity identity = new Identity("c-" + round, null, null, null);
            // The first message comes a little later each time, so that some meet the sign-in half done.
            Future<?> message = after(round % 15, db)
                    .compose(now -> visitors.open(Visitor.anonymous(id)))
                    .otherwiseEmpty();
            Visitor signedIn = visitors.signedIn(identity, Optional.of(id)).await(10, SECONDS);
            message.await(10, SECONDS);

            Conversation home = conversations
                    .byAddress(identity.address())
                    .await(10, SECONDS)
                    .orElseThrow();
            Conversation seen =
                    visitors.conversation(signedIn).await(10, SECONDS).orElseThrow();
            if (!seen.id().equals(home.id())) apart.add(round);
        }

        assertThat(apart).as("sign-ins whose browser kept another conversation").isEmpty();
    }

    private static Future<?> after(int questions, Pool db) {
        Future<?> done = Future.succeededFuture();
        for (int i = 0; i < questions; i++) {
            done = done.compose(before -> db.query("select 1").execute());
        }
        return done;
    }
}
