package outfitter.bot;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import outfitter.bot.routine.DatabaseShop;
import outfitter.bot.routine.Routines;
import outfitter.bot.routine.Shop;
import outfitter.bot.texts.Texts;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.bot.understanding.UnderstandingWorker;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Cause;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.models.shop.OpeningHours;
import outfitter.recommender.Recommender;

/** A whole bot on a real database, and customers at its counter. */
final class Counter {
    final Vertx vertx = Vertx.vertx();
    final Clock clock;
    final Pool db;
    final Conversations conversations;
    final News news = new News();
    final Timeline timeline;
    final Receptionist receptionist;
    final Texts texts;
    final AtomicReference<Staffing> staffing = new AtomicReference<>(staffed());
    private final BlockingQueue<Runnable> closing = new LinkedBlockingQueue<>();

    private Counter(PgConnectOptions options, Clock clock, UnaryOperator<Shop> shopkeeper) throws Exception {
        this.clock = clock;
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(6))
                .connectingTo(options)
                .using(vertx)
                .build();
        conversations = new Conversations(db);
        timeline = new Timeline(vertx, options, conversations, news, clock);
        CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(db));
        catalogue.reload().await(10, SECONDS);
        Recommender recommender = new Recommender(vertx, db, catalogue, clock);
        recommender.start().await(10, SECONDS);
        Shop shop = shopkeeper.apply(new DatabaseShop(db, catalogue, recommender));
        texts = Texts.load(Locale.UK, ZoneId.of("Europe/London"), Receptionist.lines(shop));
        UnderstandingWorker understander =
                new UnderstandingWorker(ShopUnderstander.of("en", Routines.intents(), catalogue, Means.SENTENCES));
        closing.add(understander::close);
        receptionist =
                new Receptionist(vertx, clock, timeline, conversations, news, understander, shop, texts, escalations());
    }

    static Counter open(PgConnectOptions options) throws Exception {
        return open(options, Clock.systemUTC(), shop -> shop);
    }

    static Counter open(PgConnectOptions options, Clock clock, UnaryOperator<Shop> shopkeeper) throws Exception {
        return new Counter(options, clock, shopkeeper);
    }

    private Escalations escalations() {
        return new Escalations() {
            @Override
            public Future<Standing> standing(ConversationId conversation) {
                return Future.succeededFuture(new Standing(2, OptionalInt.of(5)));
            }

            @Override
            public Future<Staffing> staffing() {
                return Future.succeededFuture(staffing.get());
            }
        };
    }

    static Staffing staffed() {
        return new Staffing(true, hours(), Optional.empty());
    }

    static Staffing deserted(Instant opens) {
        return new Staffing(false, hours(), Optional.of(opens));
    }

    private static OpeningHours hours() {
        return new OpeningHours(
                ZoneId.of("Europe/London"),
                List.of(
                        new OpeningHours.Opening(
                                java.time.DayOfWeek.MONDAY,
                                java.time.LocalTime.of(8, 0),
                                java.time.LocalTime.of(20, 0)),
                        new OpeningHours.Opening(
                                java.time.DayOfWeek.TUESDAY,
                                java.time.LocalTime.of(8, 0),
                                java.time.LocalTime.of(20, 0))));
    }

    Customer visitor() {
        return new Customer("site:" + UUID.randomUUID());
    }

    Customer customer(String address) {
        return new Customer(address);
    }

    /** A customer whom the shop's page signed in. */
    Customer signedIn(String externalId) throws Exception {
        Customer customer = new Customer("shop:" + externalId);
        long id = db.preparedQuery("select id from customer where external_id = $1")
                .execute(io.vertx.sqlclient.Tuple.of(externalId))
                .await(5, SECONDS)
                .iterator()
                .next()
                .getLong("id");
        Conversation conversation = conversations
                .openFor(new outfitter.models.customer.CustomerId(id), clock.instant())
                .await(5, SECONDS);
        conversations
                .addAddress(customer.address, conversation.id(), "signed-identity", clock.instant())
                .await(5, SECONDS);
        if (!conversation.state().isIdentified()) {
            timeline.advance(
                            conversation.id(),
                            Cause.inner("test", "proved"),
                            (now, at) -> Future.succeededFuture(
                                    List.of(new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)))))
                    .await(5, SECONDS);
        }
        return customer;
    }

    void close() throws Exception {
        receptionist.close();
        closing.forEach(Runnable::run);
        timeline.close().await(5, SECONDS);
        db.close().await(5, SECONDS);
        vertx.close().await(5, SECONDS);
    }

    /** Somebody who writes. */
    final class Customer {
        final String address;
        private final BlockingQueue<EntryBody.BotMessage> heard = new LinkedBlockingQueue<>();
        private boolean listening;

        Customer(String address) {
            this.address = address;
        }

        /** Writes {@code text} and waits for its commit; the entries of that turn. */
        List<EntryBody> writes(String text) throws Exception {
            return writes(text, UUID.randomUUID().toString(), "10.0.0.1");
        }

        List<EntryBody> writes(String text, String id, String network) throws Exception {
            listen();
            Advance advance = receptionist.receive(address, id, text, network).await(10, SECONDS);
            return advance.match(
                    appended -> appended.entries().stream().map(Entry::body).toList(),
                    duplicate -> List.of(),
                    nothing -> List.of());
        }

        /** Writes {@code text} and waits for the bot's next words. */
        EntryBody.BotMessage says(String text) throws Exception {
            writes(text);
            return hears();
        }

        EntryBody.BotMessage hears() throws Exception {
            EntryBody.BotMessage message = heard.poll(10, TimeUnit.SECONDS);
            if (message == null) throw new AssertionError("the bot said nothing");
            return message;
        }

        Optional<EntryBody.BotMessage> hasHeard() {
            return Optional.ofNullable(heard.poll());
        }

        void listen() throws Exception {
            if (listening) return;
            listening = true;
            ConversationId id = conversations
                    .openAt(address, "en", clock.instant())
                    .await(5, SECONDS)
                    .id();
            News.Subscription subscription = news.subscribe(
                    id,
                    committed -> committed.entries().stream()
                            .map(Entry::body)
                            .filter(EntryBody.BotMessage.class::isInstance)
                            .map(EntryBody.BotMessage.class::cast)
                            .forEach(heard::add));
            closing.add(subscription::close);
        }

        Conversation conversation() throws Exception {
            return conversations.byAddress(address).await(5, SECONDS).orElseThrow();
        }

        List<EntryBody> history() throws Exception {
            return conversations.entries(conversation().id(), 0, 10_000).await(5, SECONDS).stream()
                    .map(Entry::body)
                    .toList();
        }

        <T extends EntryBody> List<T> history(Class<T> kind) throws Exception {
            return history().stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }
}
