package outfitter.models.journal;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;

/** A server's journal as one process has it: its own Vert.x, connections and memory, beside others on one database. */
final class Node {
    final Vertx vertx = Vertx.vertx();
    final Pool db;
    final Conversations conversations;
    final News news = new News();
    final Timeline timeline;
    final Merges merges;

    Node(PgConnectOptions options) {
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(6))
                .connectingTo(options)
                .using(vertx)
                .build();
        conversations = new Conversations(db);
        timeline = new Timeline(vertx, options, conversations, news, Clock.systemUTC());
        merges = new Merges(db, timeline, Clock.systemUTC());
    }

    /** A message with {@code notes} further entries in its turn. */
    Future<Advance> say(String address, String id, int notes) {
        return timeline.receive(address, id, (now, at) -> {
            List<EntryBody> bodies = new ArrayList<>();
            bodies.add(new EntryBody.CustomerMessage("message " + id, address));
            for (int i = 0; i < notes; i++) bodies.add(new EntryBody.Note(1, "Ana", "note " + i + " on " + id));
            return Future.succeededFuture(bodies);
        });
    }

    Conversation at(String address) throws Exception {
        return conversations.byAddress(address).await(5, SECONDS).orElseThrow();
    }

    List<Entry> entries(Conversation conversation) throws Exception {
        return conversations.entries(conversation.id(), 0, 100_000).await(5, SECONDS);
    }

    void close() throws Exception {
        timeline.close().await(5, SECONDS);
        db.close().await(5, SECONDS);
        vertx.close().await(5, SECONDS);
    }
}
