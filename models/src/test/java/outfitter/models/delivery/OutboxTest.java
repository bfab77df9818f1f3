package outfitter.models.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Merges;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class OutboxTest {
    private static final Set<String> CHANNELS = Set.of("sms");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final PgConnectOptions options;
    private Vertx vertx;
    private Pool db;
    private Conversations conversations;
    private Timeline timeline;
    private Merges merges;
    private Outbox outbox;
    private Deliveries deliveries;
    private int messages;

    OutboxTest(PgConnectOptions options) {
        this.options = options;
    }

    @BeforeEach
    void open() throws Exception {
        vertx = Vertx.vertx();
        db = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(options)
                .using(vertx)
                .build();
        db.query("truncate outbox, delivery").execute().await(5, SECONDS);
        conversations = new Conversations(db);
        timeline = new Timeline(vertx, options, conversations, new News(), Clock.systemUTC());
        merges = new Merges(db, timeline, Clock.systemUTC());
        outbox = new Outbox(db);
        deliveries = new Deliveries(db);
    }

    @AfterEach
    void close() throws Exception {
        timeline.close().await(5, SECONDS);
        db.close().await(5, SECONDS);
        vertx.close().await(5, SECONDS);
    }

    @Test
    void aReplyToWhoWroteByAServiceIsToBeBroughtFromTheMomentItIsCommitted() throws Exception {
        String address = customer();

        say(address, "hello");
        answer(address, "good morning");

        assertThat(claim())
                .extracting(Parcel::address, Parcel::seq)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(address, 2L));
    }

    @Test
    void whoReadsTheSiteIsBroughtNothing() throws Exception {
        say("site:reader" + NEXT.incrementAndGet(), "hello");
        answer("site:reader" + NEXT.get(), "good morning");

        assertThat(claim()).isEmpty();
    }

    @Test
    void whatStaffWriteAmongThemselvesIsNeverBrought() throws Exception {
        String address = customer();

        say(address, "hello");
        write(address, new EntryBody.Note(7, "Ana", "careful"));

        assertThat(claim()).isEmpty();
    }

    @Test
    void repliesOfOneAddressAreBroughtInOrderOneAtATime() throws Exception {
        String address = customer();
        say(address, "hello");
        for (int i = 0; i < 3; i++) answer(address, "reply " + i);
        List<Long> brought = new ArrayList<>();

        for (List<Parcel> claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
            assertThat(claimed).hasSize(1);
            assertThat(claim()).isEmpty();
            brought.add(claimed.get(0).seq());
            outbox.done(claimed.get(0)).await(5, SECONDS);
        }

        assertThat(brought).containsExactly(2L, 3L, 4L);
    }

    @Test
    void twoNodesNeverBringTheSameReply() throws Exception {
        for (int customer = 0; customer < 40; customer++) {
            String address = customer();
            say(address, "hello");
            for (int i = 0; i < 3; i++) answer(address, "reply " + i);
        }
        Map<Long, Integer> times = new HashMap<>();
        Map<String, List<Long>> order = new HashMap<>();

        Future.all(bringAll(times, order), bringAll(times, order), bringAll(times, order))
                .await(30, SECONDS);

        assertThat(times).hasSize(120);
        assertThat(times.values()).containsOnly(1);
        assertThat(order.values()).allMatch(seqs -> seqs.equals(List.of(2L, 3L, 4L)));
    }

    private Future<Void> bringAll(Map<Long, Integer> times, Map<String, List<Long>> order) {
        return outbox.claim(now(), now().plus(LEASE), CHANNELS, 7).compose(parcels -> {
            if (parcels.isEmpty()) {
                return outbox.nextDue(CHANNELS)
                        .compose(due -> due.isEmpty() ? Future.succeededFuture() : bringAll(times, order));
            }
            synchronized (times) {
                for (Parcel parcel : parcels) {
                    times.merge(parcel.id(), 1, Integer::sum);
                    order.computeIfAbsent(parcel.address(), address -> new ArrayList<>())
                            .add(parcel.seq());
                }
            }
            return Future.all(parcels.stream().map(outbox::done).toList()).compose(done -> bringAll(times, order));
        });
    }

    @Test
    void whatSomebodyClaimedAndNeverBroughtComesBackWhenTheLeaseEnds() throws Exception {
        String address = customer();
        say(address, "hello");
        answer(address, "reply");
        Parcel lost = claim().get(0);

        List<Parcel> later = outbox.claim(
                        now().plus(LEASE).plusSeconds(1), now().plus(LEASE.multipliedBy(2)), CHANNELS, 10)
                .await(5, SECONDS);

        assertThat(later)
                .extracting(Parcel::id, Parcel::attempts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(lost.id(), 2));
        assertThat(outbox.progress(lost, 1, now()).await(5, SECONDS)).isEmpty();
        assertThat(outbox.bury(lost, now(), "too late").await(5, SECONDS)).isFalse();
    }

    @Test
    void whatWasGivenUpIsKeptAndHoldsNobodyUp() throws Exception {
        String address = customer();
        say(address, "hello");
        answer(address, "first");
        answer(address, "second");

        outbox.bury(claim().get(0), now(), "no such number").await(5, SECONDS);

        assertThat(claim()).extracting(Parcel::seq).containsExactly(3L);
        assertThat(outbox.figures().await(5, SECONDS).dead()).isEqualTo(1);
        Conversation at = conversations.byAddress(address).await(5, SECONDS).orElseThrow();
        assertThat(deliveries.of(at.id(), 2).await(5, SECONDS).orElseThrow().reason())
                .isEqualTo("no such number");
    }

    @Test
    void whatIsHeldWaitsForTheCustomerAndKeepsTheOrder() throws Exception {
        String address = customer();
        say(address, "hello");
        answer(address, "first");
        answer(address, "second");

        outbox.hold(claim().get(0), now(), "more than a day", null).await(5, SECONDS);
        assertThat(claim()).isEmpty();
        assertThat(outbox.nextDue(CHANNELS).await(5, SECONDS)).isEmpty();
        outbox.release(address, now()).await(5, SECONDS);

        assertThat(claim()).extracting(Parcel::seq).containsExactly(2L);
    }

    @Test
    void repliesGoWhereTheCustomerLastWroteAlsoThroughAMerge() throws Exception {
        String phone = customer();
        String browser = "site:browser" + NEXT.incrementAndGet();
        say(browser, "hello");
        say(phone, "hello again");
        merge(browser, phone);

        answer(browser, "I see both");

        assertThat(claim()).extracting(Parcel::address).containsExactly(phone);
        say(browser, "back here");
        answer(browser, "on the site");
        assertThat(claim()).isEmpty();
    }

    @Test
    void afterAMergeIsUndoneNothingOfItReachesTheOthersPhone() throws Exception {
        String phone = customer();
        String browser = "site:browser" + NEXT.incrementAndGet();
        say(browser, "hello");
        say(phone, "hello again");
        long merge = merge(browser, phone);
        answer(browser, "said while they were one");
        merges.undo(merge).await(5, SECONDS);

        answer(browser, "for the browser only");

        assertThat(claim())
                .as("what was said before must not be brought to somebody else")
                .extracting(Parcel::leads)
                .containsExactly(false);
    }

    @Test
    void aChannelsWordsOnlyGrowInWhateverOrderTheyCome() throws Exception {
        String address = customer();
        say(address, "hello");
        answer(address, "reply");
        Parcel parcel = claim().get(0);
        Deliveries.Part part = new Deliveries.Part(parcel.conversation(), parcel.seq(), 0);

        told(DeliveryState.DELIVERED);
        deliveries.taken("sms", "m1", part, now()).await(5, SECONDS);
        outbox.done(parcel).await(5, SECONDS);
        assertThat(state(parcel)).as("the word that came first counts").isEqualTo(DeliveryState.DELIVERED);
        told(DeliveryState.SENT);
        told(DeliveryState.FAILED);
        assertThat(state(parcel)).isEqualTo(DeliveryState.DELIVERED);
        told(DeliveryState.READ);
        told(DeliveryState.DELIVERED);

        assertThat(state(parcel)).isEqualTo(DeliveryState.READ);
    }

    private void told(DeliveryState state) throws Exception {
        deliveries.told("sms", "m1", state, now(), null, null).await(5, SECONDS);
    }

    private DeliveryState state(Parcel parcel) throws Exception {
        return deliveries
                .of(parcel.conversation(), parcel.seq())
                .await(5, SECONDS)
                .orElseThrow()
                .state();
    }

    private static String customer() {
        return "sms:44" + NEXT.incrementAndGet();
    }

    private void say(String address, String text) throws Exception {
        timeline.receive(
                        address,
                        "m" + ++messages,
                        (now, at) -> Future.succeededFuture(List.of(new EntryBody.CustomerMessage(text, address))))
                .await(5, SECONDS);
    }

    private void answer(String address, String text) throws Exception {
        write(address, new EntryBody.BotMessage(text, List.of(), List.of(), null));
    }

    private void write(String address, EntryBody body) throws Exception {
        Conversation at = conversations.byAddress(address).await(5, SECONDS).orElseThrow();
        timeline.advance(
                        at.id(),
                        Cause.inner("test", "w" + ++messages + ":" + address),
                        (now, when) -> Future.succeededFuture(List.of(body)))
                .await(5, SECONDS);
    }

    private long merge(String survivor, String absorbed) throws Exception {
        Conversation into = conversations.byAddress(survivor).await(5, SECONDS).orElseThrow();
        Conversation from = conversations.byAddress(absorbed).await(5, SECONDS).orElseThrow();
        return merges.merge(into.id(), from.id(), "test")
                .await(5, SECONDS)
                .orElseThrow()
                .id();
    }

    private List<Parcel> claim() throws Exception {
        return outbox.claim(now(), now().plus(LEASE), CHANNELS, 10).await(5, SECONDS);
    }

    private static Instant now() {
        return Instant.now();
    }
}
