package outfitter.server;

import io.vertx.core.Vertx;
import java.time.Clock;
import outfitter.models.conversation.Conversations;
import outfitter.models.customer.Customers;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;

/** The conversations and the one way into them, put together for the parts that build on it. */
record Core(Conversations conversations, Customers customers, News news, Timeline timeline, Merges merges) {

    static Core over(Vertx vertx, Database database, Postgres postgres, Clock clock) {
        Conversations conversations = new Conversations(database.pool());
        News news = new News();
        Timeline timeline = new Timeline(vertx, () -> postgres.address().connectOptions(), conversations, news, clock);
        return new Core(
                conversations,
                new Customers(database.pool()),
                news,
                timeline,
                new Merges(database.pool(), timeline, clock));
    }
}
