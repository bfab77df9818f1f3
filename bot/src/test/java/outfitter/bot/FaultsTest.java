package outfitter.bot;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.bot.routine.Shop;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.BotMessage;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;
import outfitter.models.journal.Cause;
import outfitter.models.shop.ReturnReason;
import outfitter.models.testing.MovableClock;
import outfitter.models.testing.PostgresExtension;

/** What goes wrong, or takes long: the customer loses nothing by it. */
@ExtendWith(PostgresExtension.class)
final class FaultsTest {
    @BeforeAll
    static void stock(Pool db) throws Exception {
        SampleShop.stock(db);
    }

    @Test
    void theBotIsSilentWhileAPersonHoldsTheEpisode(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        var customer = counter.visitor();
        customer.says("a person please");
        claim(counter, customer);

        List<EntryBody> turn = customer.writes("where is my order OF-104233, LA22 9DF");

        assertThat(turn).singleElement().isInstanceOf(EntryBody.CustomerMessage.class);
        assertThat(customer.conversation().state().unanswered()).isEmpty();
        counter.close();
    }

    @Test
    void anAnswerThatWasOwedWhenAPersonClaimedIsNotGiven(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        var customer = counter.visitor();
        customer.writes("hello");
        claim(counter, customer);

        customer.writes("how much is delivery?");

        assertThat(customer.history(BotMessage.class)).isEmpty();
        counter.close();
    }

    @Test
    void anAnswerOwedAtTheStopIsGivenAfterTheStart(PgConnectOptions options) throws Exception {
        Counter stopped = Counter.open(options);
        var customer = stopped.visitor();
        customer.writes("hello");
        stopped.receptionist.close();
        boolean answeredBefore = !customer.history(BotMessage.class).isEmpty();

        Counter started = Counter.open(options);
        var same = started.customer(customer.address);
        same.listen();
        started.receptionist.start().await(10, SECONDS);
        BotMessage answer = answeredBefore ? customer.hears() : same.hears();

        assertThat(answer.routine()).isEqualTo("greeting");
        stopped.close();
        started.close();
    }

    @Test
    void typingHoldsTheAnswerBack(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        var customer = counter.visitor();

        customer.writes("hello");
        counter.receptionist.typing(customer.conversation().id());
        long began = System.nanoTime();
        customer.hears();
        long waited = Duration.ofNanos(System.nanoTime() - began).toMillis();

        assertThat(waited).isGreaterThan(1_200);
        counter.close();
    }

    @Test
    void aBrokenShopMeansAnApologyAndAPersonAndNothingLost(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options, Clock.systemUTC(), shop -> failing(shop, "deliveryTo"));
        var customer = counter.visitor();

        BotMessage told = customer.says("how much is delivery?");

        assertThat(told.text()).contains("went wrong on our side", "number 2");
        assertThat(customer.conversation().state().holder()).isEqualTo(Holder.WAITING);
        assertThat(customer.history(EntryBody.HandedOff.class))
                .extracting(EntryBody.HandedOff::reason)
                .containsExactly("failed");
        counter.close();
    }

    @Test
    void aReturnThatACrashLeftBetweenActAndTurnIsToldAsStarted(PgConnectOptions options) throws Exception {
        AtomicReference<Shop> shop = new AtomicReference<>();
        Counter counter = Counter.open(options, Clock.systemUTC(), real -> {
            shop.set(real);
            return real;
        });
        var ada = counter.signedIn("ada");
        ada.says("I want to return OF-104001");
        ada.says("Too small");
        Objects.requireNonNull(shop.get())
                .startReturn("OF-104001", 1, 1, ReturnReason.TOO_SMALL, Instant.now(), ada.address + " yes-1")
                .await(5, SECONDS);

        ada.writes("yes", "yes-1", "10.0.0.1");
        ada.writes("yes", "yes-1", "10.0.0.1");
        BotMessage told = ada.hears();

        assertThat(ada.history(EntryBody.ReturnStarted.class)).hasSize(1);
        assertThat(ada.history(BotMessage.class)).anyMatch(said -> said.text().contains("Done: your return RT-"));
        assertThat(told).isNotNull();
        counter.close();
    }

    @Test
    void anEpisodeNobodyWroteInForHalfADayIsOverBeforeTheNextMessage(PgConnectOptions options) throws Exception {
        MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));
        Counter counter = Counter.open(options, clock, shop -> shop);
        var customer = counter.visitor();
        customer.says("how much is delivery");

        clock.pass(Duration.ofHours(13));
        customer.says("are you a bot?");

        assertThat(customer.history(EntryBody.EpisodeEnded.class))
                .extracting(EntryBody.EpisodeEnded::outcome)
                .containsExactly(Outcome.LEFT);
        assertThat(customer.conversation().state().openEpisode().orElseThrow().number())
                .isEqualTo(2);
        counter.close();
    }

    @Test
    void whatIsTooLongOrEmptyIsRefusedInWords(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);

        Future<?> tooLong = counter.receptionist.receive("site:x", "1", "a".repeat(4_001), null);
        Future<?> empty = counter.receptionist.receive("site:x", "2", " \u0000 ", null);

        assertThatThrownBy(() -> tooLong.await(5, SECONDS)).hasMessageContaining("4000 characters");
        assertThatThrownBy(() -> empty.await(5, SECONDS)).hasMessageContaining("empty");
        counter.close();
    }

    @Test
    void textThatADatabaseCannotHoldIsCleanedAndMarkupIsOnlyText(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        var customer = counter.visitor();

        customer.writes("a person <script>alert(1)</script> please\u0000 \ud800", "1", "10.0.0.1");

        assertThat(customer.history(EntryBody.CustomerMessage.class))
                .extracting(EntryBody.CustomerMessage::text)
                .containsExactly("a person <script>alert(1)</script> please");
        counter.close();
    }

    @Test
    void aReplyTakesMilliseconds(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            var customer = counter.customer("site:speed-" + i % 20);
            long began = System.nanoTime();
            customer.writes(
                    i % 2 == 0 ? "how much is delivery to Ireland?" : "do you have the Granite Peak boot in 43");
            if (i >= 100) micros.add((System.nanoTime() - began) / 1_000);
        }
        Collections.sort(micros);

        long median = micros.get(micros.size() / 2);
        long worst = micros.get(micros.size() * 99 / 100);
        System.out.printf(Locale.ROOT, "reply: p50 %d us, p99 %d us%n", median, worst);
        assertThat(worst).isLessThan(1_000_000);
        counter.close();
    }

    private static void claim(Counter counter, Counter.Customer customer) throws Exception {
        var id = customer.conversation().id();
        counter.timeline
                .advance(
                        id,
                        Cause.inner("desk", "claim"),
                        (now, at) -> Future.succeededFuture(List.of(new EntryBody.Claimed(
                                now.state().openEpisode().orElseThrow().number(), 1, "Ana"))))
                .await(5, SECONDS);
    }

    /** The shop, of which one question breaks. */
    private static Shop failing(Shop shop, String question) {
        return (Shop) Proxy.newProxyInstance(
                Shop.class.getClassLoader(),
                new Class<?>[] {Shop.class},
                (proxy, method, arguments) -> method.getName().equals(question)
                        ? Future.failedFuture("the line is cut")
                        : method.invoke(shop, arguments));
    }
}
