package outfitter.server.demo;

import com.fasterxml.jackson.databind.type.CollectionType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.journal.News;
import outfitter.models.json.Json;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Reception;
import outfitter.server.site.Identity;
import outfitter.server.site.Visitor;
import outfitter.server.site.Visitors;

/**
 * Plays, once, what some of the demo's customers said before anybody looked: through the same reception as everybody's
 * words, so that what waits at the desk came there by the bot's own decisions. The words stand in {@code
 * demo/conversations.json}.
 */
public final class DemoConversations {
    private static final Logger LOG = LoggerFactory.getLogger(DemoConversations.class);
    private static final String SCRIPT = "/demo/conversations.json";
    private static final String NOTHING_WAS_SAID = "SELECT NOT EXISTS (SELECT FROM entry) AS untouched";
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Pool db;
    private final Visitors visitors;
    private final Conversations conversations;
    private final News news;
    private final Reception reception;

    public DemoConversations(
            Vertx vertx, Pool db, Visitors visitors, Conversations conversations, News news, Reception reception) {
        this.vertx = vertx;
        this.db = db;
        this.visitors = visitors;
        this.conversations = conversations;
        this.news = news;
        this.reception = reception;
    }

    /**
     * One customer's part.
     *
     * @param about what it is there for
     * @param customer the shop's id of who signs in; null for a stranger
     * @param says in order, each after the bot has answered the last
     */
    record Part(String about, @Nullable String customer, List<String> says) {
        Part {
            says = List.copyOf(says);
        }
    }

    /** Plays everything unless anything was ever said here; the number of conversations played. */
    public Future<Integer> playOnce() {
        return db.query(NOTHING_WAS_SAID)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("untouched"))
                .compose(untouched -> untouched ? vertx.executeBlocking(DemoConversations::script) : nothing())
                .compose(parts -> {
                    Future<?> played = Future.succeededFuture();
                    for (Part part : parts) played = played.compose(done -> play(part));
                    return played.map(parts.size());
                })
                .onSuccess(count -> LOG.info("demo conversations played count={}", count));
    }

    private static Future<List<Part>> nothing() {
        return Future.succeededFuture(List.of());
    }

    private static List<Part> script() throws IOException {
        CollectionType parts = Json.MAPPER.getTypeFactory().constructCollectionType(List.class, Part.class);
        try (InputStream file = DemoConversations.class.getResourceAsStream(SCRIPT)) {
            if (file == null) throw new IOException(SCRIPT + " is not there");
            return Json.MAPPER.readValue(file, parts);
        }
    }

    private Future<?> play(Part part) {
        return visitor(part).compose(visitor -> {
            Future<?> said = Future.succeededFuture();
            for (int i = 0; i < part.says().size(); i++) {
                Incoming message = new Incoming(
                        visitor.address(), "demo-" + i, "", part.says().get(i));
                said = said.compose(done -> reception.receive(message))
                        .compose(received -> answered(received.conversation()));
            }
            return said;
        });
    }

    private Future<Visitor> visitor(Part part) {
        String customer = part.customer();
        return customer == null
                ? Future.succeededFuture(Visitor.anonymous(Visitor.freshId()))
                : visitors.signedIn(new Identity(customer, null, null, null), Optional.empty());
    }

    /** Completes when the bot owes this customer nothing more, or took too long over it. */
    private Future<?> answered(ConversationId id) {
        Promise<Void> settled = Promise.promise();
        News.Subscription following = news.subscribe(id, committed -> {
            if (committed.after().state().unanswered().isEmpty()) settled.tryComplete();
        });
        return conversations
                .find(id)
                .compose(found -> found.orElseThrow().state().unanswered().isEmpty()
                        ? Future.<Void>succeededFuture()
                        : settled.future()
                                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .otherwiseEmpty())
                .onComplete(done -> following.close());
    }
}
