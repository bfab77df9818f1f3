package outfitter.server.core;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import outfitter.models.conversation.Conversations;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;

/**
 * The conversations and the one way into them, put together for the parts that build on it.
 *
 * @param db for what the parts keep beside the conversations
 * @param alone whether no other server works on this database
 */
public record Core(
        Vertx vertx,
        Pool db,
        Conversations conversations,
        Customers customers,
        News news,
        Timeline timeline,
        Merges merges,
        Clock clock,
        boolean alone) {

    /** The conversations of {@code database}; {@link Timeline#close} ends what this begins. */
    public static Core over(Vertx vertx, Database database, Postgres postgres, Clock clock) {
        Pool db = database.pool();
        Conversations conversations = new Conversations(db);
        News news = new News();
        Timeline timeline = new Timeline(vertx, () -> postgres.address().connectOptions(), conversations, news, clock);
        Merges merges = new Merges(db, timeline, clock);
        return new Core(vertx, db, conversations, new Customers(db), news, timeline, merges, clock, postgres.isOurs());
    }
}
