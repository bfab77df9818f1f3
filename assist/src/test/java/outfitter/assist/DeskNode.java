package outfitter.assist;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import outfitter.assist.handoff.Agent;
import outfitter.assist.handoff.Desk;
import outfitter.assist.handoff.Shelf;
import outfitter.assist.queue.Attendance;
import outfitter.assist.queue.Queue;
import outfitter.models.account.Account;
import outfitter.models.account.Accounts;
import outfitter.models.account.Presence;
import outfitter.models.account.Role;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Glimpses;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Causes;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.json.Json;
import outfitter.models.merchandising.Arm;
import outfitter.models.merchandising.Impression;
import outfitter.models.merchandising.Impressions;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.testing.TestDatabase;

/** A desk on a database, as one node of the server has it. */
public final class DeskNode implements AutoCloseable {
    public final Vertx vertx = Vertx.vertx();
    public final Context context = vertx.getOrCreateContext();
    public final Pool db;
    public final TestDatabase database;
    public final News news = new News();
    public final Conversations conversations;
    public final Episodes episodes;
    public final Accounts accounts;
    public final Presence presence;
    public final Timeline timeline;
    public final Queue queue;
    public final Attendance attendance;
    public final Desk desk;
    /** Products that must not be sent, with why. */
    public final Map<String, String> objections = new ConcurrentHashMap<>();

    public final Impressions impressions;

    public DeskNode(TestDatabase database) throws Exception {
        this(database, Duration.ofMillis(150));
    }

    public DeskNode(TestDatabase database, Duration grace) throws Exception {
        this.database = database;
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build();
        Clock clock = Clock.systemUTC();
        conversations = new Conversations(db);
        episodes = new Episodes(db);
        accounts = new Accounts(db);
        presence = new Presence(db);
        impressions = new Impressions(db);
        timeline = new Timeline(vertx, database.connectOptions(), conversations, news, clock);
        queue = new Queue(context, episodes, new Glimpses(db), news);
        attendance = new Attendance(context, episodes, presence, timeline, news, clock, grace);
        Shelf shelf = (to, card) -> Future.succeededFuture(Optional.ofNullable(objections.get(card.product())));
        desk = new Desk(timeline, conversations, new Causes(db), shelf, impressions, clock);
        await(queue.start());
        await(attendance.start());
    }

    /** An agent with an account. */
    public Agent agent(String name, Role role) throws Exception {
        Account account = await(accounts.add(name, name, "hash", role, false, Instant.now()))
                .orElseGet(() -> {
                    throw new IllegalStateException(name + " is taken");
                });
        return new Agent(account.id(), account.displayName(), role.takesOver());
    }

    /** A customer who asked for a person and waits. */
    public ConversationId waiting(String visitor, String text) throws Exception {
        return says(
                visitor,
                new EntryBody.EpisodeOpened(1, null),
                new EntryBody.CustomerMessage(text, "site:" + visitor),
                new EntryBody.HandedOff(1, "asked", text, Map.of(), null));
    }

    /** A turn that comes from {@code visitor}. */
    public ConversationId says(String visitor, EntryBody... bodies) throws Exception {
        return await(timeline.receive("site:" + visitor, key(), (now, at) -> Future.succeededFuture(List.of(bodies)))
                .map(advance -> appended(advance).after().id()));
    }

    /** A turn with an inner cause. */
    public Conversation writes(ConversationId id, EntryBody... bodies) throws Exception {
        return await(
                timeline.advance(id, Cause.inner("test", key()), (now, at) -> Future.succeededFuture(List.of(bodies)))
                        .map(advance -> appended(advance).after()));
    }

    public Conversation now(ConversationId id) throws Exception {
        return await(conversations.find(id)).orElseThrow();
    }

    public List<EntryBody> bodies(ConversationId id) throws Exception {
        return await(conversations.entries(id, 0, 1000)).stream()
                .map(Entry::body)
                .toList();
    }

    public Card suggested(ConversationId conversation, String product) throws Exception {
        Conversation now = now(conversation);
        Impression impression = Impression.shown(
                conversation,
                1,
                now.customer(),
                Instant.now(),
                null,
                product,
                SuggestionList.GOES_WITH,
                1,
                Arm.TREATED,
                null,
                Json.tree(List.of()));
        await(impressions.show(List.of(impression)));
        return new Card(product, null, impression.id(), null);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static <T> T await(Future<T> future) throws Exception {
        return future.await(10, SECONDS);
    }

    @Override
    public void close() throws TimeoutException {
        queue.stop();
        attendance.stop();
        timeline.close().await(10, SECONDS);
        db.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }

    private static Advance.Appended appended(Advance advance) {
        return advance.match(
                appended -> appended,
                duplicate -> {
                    throw new IllegalStateException("duplicate");
                },
                nothing -> {
                    throw new IllegalStateException("nothing");
                });
    }
}
