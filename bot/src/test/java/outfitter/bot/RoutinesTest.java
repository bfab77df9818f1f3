package outfitter.bot;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.EntryBody.BotMessage;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;
import outfitter.models.testing.PostgresExtension;

/** Each routine, end to end on a real database. */
@ExtendWith(PostgresExtension.class)
final class RoutinesTest {
    private static Counter counter;
    private static Pool tables;

    @BeforeAll
    static void open(PgConnectOptions options, Pool db) throws Exception {
        SampleShop.stock(db);
        tables = db;
        counter = Counter.open(options);
    }

    @AfterAll
    static void close() throws Exception {
        counter.close();
    }

    @Test
    void deliveryIsToldWithPriceAndDays() throws Exception {
        BotMessage told = counter.visitor().says("how much is delivery?");

        assertThat(told.text())
                .contains("Standard: £3.95", "free from £50.00", "2 to 3 working days", "Express: £8.95");
    }

    @Test
    void deliveryAbroadIsToldByCountryAlsoAfterwards() throws Exception {
        var customer = counter.visitor();

        customer.says("what are your delivery charges");
        BotMessage ireland = customer.says("and to Ireland?");
        BotMessage norway = customer.says("do you ship to Norway");

        assertThat(ireland.text()).contains("Ireland", "£9.95");
        assertThat(norway.text()).contains("no delivery to Norway");
    }

    @Test
    void returnTermsComeFromThePolicy() throws Exception {
        BotMessage told = counter.visitor().says("how many days do I have to return something");

        assertThat(told.text()).contains("30 days", "5 working days");
        assertThat(told.buttons()).contains("Return something");
    }

    @Test
    void aReturnIsReallyStartedAndOnlyOnce() throws Exception {
        var ada = counter.signedIn("ada");

        BotMessage why = ada.says("I want to send my rain jacket back");
        BotMessage sure = ada.says("Too small");
        BotMessage done = ada.says("yes");
        BotMessage again = ada.says("I want to return OF-104001");

        assertThat(why.text()).contains("Mizzle Rain Shell");
        assertThat(sure.text()).contains("OF-104001", "Too small");
        assertThat(done.text()).contains("RT-").contains("free");
        assertThat(again.text()).contains("already under way", "RT-");
        assertThat(ada.history(EntryBody.ReturnStarted.class)).hasSize(1);
        assertThat(returnsOf("OF-104001")).isEqualTo(1);
    }

    @Test
    void aReturnAfterTheWindowIsRefusedKindly() throws Exception {
        var bo = counter.signedIn("bo");

        BotMessage told = bo.says("please start a return for OF-100001");

        assertThat(told.text()).contains("30 days");
        assertThat(told.buttons()).contains("A person, please");
        assertThat(returnsOf("OF-100001")).isZero();
    }

    @Test
    void careComesFromTheProduct() throws Exception {
        var customer = counter.visitor();

        BotMessage named = customer.says("how do I wash the Mizzle Rain Shell");
        BotMessage asked = counter.visitor().says("how do I look after it");

        assertThat(named.text()).contains("30 degrees");
        assertThat(asked.text()).contains("Which product");
    }

    @Test
    void stockIsToldBySizeWithTheDayOfMore() throws Exception {
        var customer = counter.visitor();

        BotMessage out = customer.says("do you have the Granite Peak boot in 43?");
        BotMessage few = customer.says("and in 44?");

        assertThat(out.text()).contains("out of the Granite Peak Boot in size 43", "More should come in", "42 and 44");
        assertThat(few.text()).contains("2 are left").contains("size 44");
    }

    @Test
    void aSignedInCustomerChoosesAmongTheLatestOrders() throws Exception {
        var bo = counter.signedIn("bo");

        BotMessage asked = bo.says("something I got arrived broken, the pole snapped");
        BotMessage told = bo.says(asked.buttons().get(0));

        assertThat(asked.buttons()).anyMatch(title -> title.startsWith("OF-118822: Tarn Two Tent"));
        assertThat(told.text()).contains("number 2");
        assertThat(bo.conversation().state().problems()).hasSize(1);
    }

    @Test
    void aQuestionInBetweenIsAnsweredAndTheOpenOneAskedAgain() throws Exception {
        var customer = counter.visitor();

        customer.says("where is my order");
        BotMessage aside = customer.says("how much is delivery?");
        BotMessage proof = customer.says("OF-118822");

        assertThat(aside.text()).contains("£3.95").contains("order number");
        assertThat(proof.text()).contains("postcode");
    }

    @Test
    void thanksEndsWhatTheBotSolved() throws Exception {
        var customer = counter.visitor();

        customer.says("how much is delivery");
        customer.says("thank you!");

        assertThat(customer.conversation().state().holder()).isEqualTo(Holder.BOT);
        assertThat(customer.history(EntryBody.EpisodeEnded.class))
                .extracting(EntryBody.EpisodeEnded::outcome)
                .containsExactly(Outcome.SOLVED_BY_BOT);
    }

    @Test
    void anUnclearTextGetsOneQuestionThenAPerson() throws Exception {
        var customer = counter.visitor();

        BotMessage which = customer.says("my thing is the thing with the jacket");
        BotMessage person = customer.says("you know, the thing does the thing");

        assertThat(which.buttons()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(person.text()).contains("number 2");
        assertThat(customer.conversation().state().holder()).isEqualTo(Holder.WAITING);
    }

    @Test
    void fiveWrongProofsCloseTheOrderForEverybodyAndStandInTheAudit() throws Exception {
        var thief = counter.visitor();
        var owner = counter.visitor();

        thief.writes("where is order OF-118822", "0", "10.9.9.9");
        for (int i = 0; i < 5; i++) thief.writes("AB" + (10 + i) + " 1CD", "t" + i, "10.9.9.9");
        owner.says("where is order OF-118822");
        BotMessage closed = owner.says("EH1 1YZ");

        assertThat(closed.text()).contains("next hour").doesNotContain("Northway");
        assertThat(thief.history(EntryBody.ProofFailed.class)).hasSize(5);
        assertThat(tables.query(
                                "select count(*)::int as n from audit where act = 'proof-closed' and subject = 'OF-118822'")
                        .execute()
                        .await(5, SECONDS)
                        .iterator()
                        .next()
                        .getInteger("n"))
                .isEqualTo(1);
    }

    @Test
    void everyTurnSaysWhy() throws Exception {
        var customer = counter.visitor();

        customer.says("how much is delivery to Ireland");

        List<EntryBody.BotTrace> traces = customer.history(EntryBody.BotTrace.class);
        assertThat(traces).singleElement().satisfies(trace -> {
            assertThat(trace.routine()).isEqualTo("delivery-options");
            assertThat(trace.decision()).isEqualTo("reply");
            assertThat(trace.slots()).containsEntry("country", "IE");
            assertThat(trace.proof()).isEqualTo("none");
            assertThat(trace.readings().get(0).intent()).isEqualTo("delivery-options");
            assertThat(trace.millis()).isPositive();
        });
    }

    private static int returnsOf(String order) throws Exception {
        return tables.preparedQuery(
                        "select count(*)::int as n from return r join \"order\" o on o.id = r.\"order\" where o.number = $1")
                .execute(Tuple.of(order))
                .await(5, SECONDS)
                .iterator()
                .next()
                .getInteger("n");
    }
}
