package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.bot.training.Hearing;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.BotMessage;
import outfitter.models.conversation.Holder;
import outfitter.models.language.HeardUtterance.Did;
import outfitter.models.testing.PostgresExtension;

/** Messages from arrival to answer, on a real database. */
@ExtendWith(PostgresExtension.class)
final class ReceptionTest {
    private static Counter counter;

    @BeforeAll
    static void open(PgConnectOptions options, Pool db) throws Exception {
        SampleShop.stock(db);
        counter = Counter.open(options);
    }

    @BeforeEach
    void staff() {
        counter.staffing.set(Counter.staffed());
    }

    @AfterAll
    static void close() throws Exception {
        counter.close();
    }

    @Test
    void threeMessagesInQuickSuccessionGetOneAnswer() throws Exception {
        var customer = counter.visitor();

        customer.writes("hi");
        customer.writes("I bought boots");
        BotMessage answer = customer.says("where are they");

        assertThat(answer.routine()).isEqualTo("order-status");
        assertThat(answer.text()).contains("order number");
        assertThat(customer.conversation().state().unanswered()).isEmpty();
        assertThat(customer.history(BotMessage.class)).hasSize(1);
    }

    @Test
    void whatTheBotMadeOfACustomersOwnWordsIsToldOnceAndAPressedButtonIsNot() throws Exception {
        List<Hearing> told = new CopyOnWriteArrayList<>();
        counter.receptionist.tell(told::add);
        var customer = counter.visitor();

        customer.writes("where is my order?", "m1", "10.0.0.1");
        customer.writes("where is my order?", "m1", "10.0.0.1");
        BotMessage which = counter.visitor().says("the thing with the thing, you know");
        var other = counter.visitor();
        other.writes("hello");
        other.says(other.hears().buttons().get(0));

        Awaitility.await().until(() -> told.size() >= 3);
        assertThat(told).hasSize(3);
        assertThat(told)
                .filteredOn(hearing -> hearing.text().equals("where is my order?"))
                .singleElement()
                .satisfies(hearing -> {
                    assertThat(hearing.did()).isEqualTo(Did.ANSWERED);
                    assertThat(hearing.routine()).isEqualTo("order-status");
                    assertThat(hearing.doubtful()).isFalse();
                    assertThat(customer.history().get((int) hearing.seq() - 1)).isInstanceOf(EntryBody.BotTrace.class);
                });
        assertThat(which.text()).isNotBlank();
        assertThat(told)
                .filteredOn(hearing -> hearing.text().startsWith("the thing"))
                .singleElement()
                .matches(Hearing::doubtful);
    }

    @Test
    void aGreetingAloneIsAnsweredAMomentLater() throws Exception {
        var customer = counter.visitor();

        List<EntryBody> first = customer.writes("hello");
        BotMessage answer = customer.hears();

        assertThat(first).hasSize(2); // the message and its episode
        assertThat(answer.text()).contains("bot");
        assertThat(answer.buttons()).hasSize(3);
    }

    @Test
    void aSignedInCustomerHearsOfTheOrderUnderWay() throws Exception {
        var ada = counter.signedIn("ada");

        BotMessage answer = ada.says("where is my parcel?");

        assertThat(answer.text()).contains("OF-104233", "Northway", "NW1111", "tomorrow, ");
    }

    @Test
    void aStrangerProvesAnOrderByItsPostcodeEvenWithALetterForAZero() throws Exception {
        var stranger = counter.visitor();

        BotMessage ask = stranger.says("where is my order of-1O4233");
        BotMessage told = stranger.says("la229df");

        assertThat(ask.text()).contains("postcode").doesNotContain("Northway");
        assertThat(told.text()).contains("NW1111");
        assertThat(stranger.history(EntryBody.Proved.class)).hasSize(1);
    }

    @Test
    void anOrderOfSomebodyElseAndOneThatDoesNotExistGetTheSameAnswer() throws Exception {
        var one = counter.visitor();
        var other = counter.visitor();

        String real = one.says("track OF-118822").text() + one.says("LA22 9DF").text();
        String made =
                other.says("track OF-999999").text() + other.says("LA22 9DF").text();

        assertThat(real.replace("OF-118822", "#")).isEqualTo(made.replace("OF-999999", "#"));
    }

    @Test
    void aPersonPleaseAlwaysWorks() throws Exception {
        var customer = counter.visitor();

        BotMessage answer = customer.says("a person, please");

        assertThat(customer.conversation().state().holder()).isEqualTo(Holder.WAITING);
        assertThat(answer.text()).contains("number 2 in line", "5 minutes");
    }

    @Test
    void whatIsNoneOfOursGoesToAPersonWithWhatWasSaid() throws Exception {
        var customer = counter.visitor();

        BotMessage answer = customer.says("can you resole my old boots");

        assertThat(answer.text()).contains("colleague");
        assertThat(customer.history(EntryBody.HandedOff.class)).singleElement().satisfies(handed -> {
            assertThat(handed.reason()).isEqualTo("not-understood");
            assertThat(handed.headline()).contains("resole");
        });
    }

    @Test
    void withNobodyThereItTellsTheHoursAndTakesAnAddress() throws Exception {
        counter.staffing.set(Counter.deserted(Instant.now().plusSeconds(36_000)));
        var customer = counter.visitor();

        BotMessage told = customer.says("I want to talk to a human");
        BotMessage thanked = customer.says("sure, write to ada@example.org");

        assertThat(told.text()).contains("Monday to Tuesday 08:00–20:00", "e-mail address");
        assertThat(thanked.text()).contains("ada@example.org");
        assertThat(customer.conversation().state().contact()).isEqualTo("email:ada@example.org");
    }

    @Test
    void whoWaitsIsStillAnsweredAndMayLeaveTheLine() throws Exception {
        var customer = counter.visitor();
        customer.says("agent please");

        BotMessage routine = customer.says("are you a bot?");
        BotMessage standing = customer.says("how long until someone answers");
        BotMessage back = customer.says("No, I no longer need one");

        assertThat(routine.routine()).isEqualTo("are-you-a-bot");
        assertThat(standing.text()).contains("number 2").contains("still want a person");
        assertThat(back.text()).contains("out of the line");
        assertThat(customer.conversation().state().holder()).isEqualTo(Holder.BOT);
    }

    @Test
    void aDamagedItemGoesToAPersonAsAProblemWithTheFacts() throws Exception {
        var customer = counter.visitor();

        customer.says("the zip of my jacket broke on the first day");
        BotMessage told = customer.says("OF-104001");

        assertThat(told.text()).contains("sorry").contains("number 2");
        assertThat(customer.conversation().state().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("damaged");
            assertThat(problem.order()).isEqualTo("OF-104001");
        });
    }

    @Test
    void findsProductsThatCanBeHad() throws Exception {
        var customer = counter.visitor();

        BotMessage shown = customer.says("I'm looking for hiking boots");

        assertThat(shown.cards()).extracting("product").contains("granite-peak-boot");
    }

    @Test
    void theSameMessageTwiceHasOneEffect() throws Exception {
        var customer = counter.visitor();

        customer.writes("are you a bot?", "m1", "10.0.0.1");
        customer.writes("are you a bot?", "m1", "10.0.0.1");

        assertThat(customer.history(BotMessage.class)).hasSize(1);
    }
}
