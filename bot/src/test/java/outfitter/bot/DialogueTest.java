package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.CustomerId;

/** Conversations in memory, each a small story. */
final class DialogueTest {
    private final Booth stranger = new Booth(new CustomerId(99));
    private final Booth ada = signedIn();

    private static Booth signedIn() {
        Booth booth = new Booth(FakeShop.ADA);
        booth.happens(new EntryBody.Proved(new Proof(Proof.Kind.SIGNED_IDENTITY, null)));
        return booth;
    }

    @ParameterizedTest
    @CsvSource({
        "'where is my parcel', order-status",
        "'how much do you charge for postage', delivery-options",
        "'how long do I have to send things back', return-policy",
        "'I want to return my jacket', start-return",
        "'how do I wash the granite peak boot', product-care",
        "'is the granite peak boot in stock', stock",
        "'looking for a tent', find-product",
        "'what goes with the granite peak boot', goes-with",
        "'my tent arrived with a broken pole', damaged-item",
        "'this is unacceptable, I want to complain', complaint",
        "'can I talk to a human', person",
        "'hello', greeting",
        "'bye', farewell",
        "'am I talking to a robot', are-you-a-bot"
    })
    void eachMatterFindsItsRoutine(String text, String routine) {
        stranger.says(text);

        assertThat(lastTrace(stranger).routine()).isEqualTo(routine);
    }

    @Test
    void orderNumberAndPostcodeInOneMessageAreEnough() {
        stranger.says("where is OF-100001? the postcode is AB1 1CD");

        assertThat(stranger.last().text()).contains("TRK100001", "tomorrow, Tuesday 24 November");
    }

    @Test
    void theEmailAddressProvesAsWell() {
        stranger.says("track OF-100001");
        stranger.says("it's C100001@example.org");

        assertThat(stranger.last().text()).contains("TRK100001");
    }

    @Test
    void whatProvedOneOrderProvesNoOther() {
        stranger.says("where is OF-100001? the postcode is AB1 1CD");
        stranger.says("and where is OF-200002");

        assertThat(stranger.last().text()).contains("postcode").doesNotContain("TRK200002");
    }

    @Test
    void aProvedOrderIsNotAskedForAgain() {
        stranger.says("where is OF-100002? AB2 1CD");
        stranger.says("I want to send it back, it is too small");

        assertThat(stranger.last().text()).contains("OF-100002", "Too small");
    }

    @Test
    void aWrongProofMayBeCorrected() {
        stranger.says("where is OF-100001");
        stranger.says("ZZ9 9ZZ");
        String refused = stranger.last().text();
        stranger.says("sorry, AB1 1CD");

        assertThat(refused).contains("can't match");
        assertThat(stranger.last().text()).contains("TRK100001");
    }

    @Test
    void aSignedInCustomerStillHasToProveSomebodyElsesOrder() {
        ada.says("where is OF-200002");

        assertThat(ada.last().text()).contains("postcode").doesNotContain("TRK200002");
    }

    @Test
    void severalOrdersUnderWayAreOfferedAsButtons() {
        ada.says("where is my order");
        List<String> offered = ada.last().buttons();
        ada.says(offered.get(0));

        assertThat(offered).containsExactly("OF-100001: Zorblax 100001 Item", "OF-100003: Zorblax 100003 Item");
        assertThat(ada.last().text()).contains("TRK100001");
    }

    @Test
    void aLostParcelIsAProblemForAPerson() {
        stranger.says("where is OF-200003, AB3 1CD");

        assertThat(stranger.last().text()).contains("lost").contains("next in line");
        assertThat(stranger.state().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo("missing");
            assertThat(problem.title()).isEqualTo("The parcel of order OF-200003 is lost");
        });
    }

    @Test
    void aLateParcelIsChasedWithOneWord() {
        stranger.says("where is OF-200002, AB2 1CD");
        stranger.says("yes");

        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
        assertThat(stranger.state().problems())
                .extracting(problem -> problem.kind())
                .containsExactly("late");
    }

    @Test
    void aParcelShownAsDeliveredButNotHereIsAProblem() {
        stranger.says("where is OF-100002, AB2 1CD");
        stranger.says("It isn't here");

        assertThat(stranger.state().problems())
                .extracting(problem -> problem.order())
                .containsExactly("OF-100002");
    }

    @Test
    void noMeansThatNothingIsStarted() {
        ada.says("I want to return OF-100002, it is too small");
        ada.says("no");

        assertThat(ada.last().text()).contains("started nothing");
        assertThat(ada.shop.started).isZero();
    }

    @Test
    void aDifferentOrderNumberCorrectsTheFirst() {
        stranger.says("where is OF-100001");
        stranger.says("no wait, I meant OF-200002");
        stranger.says("AB2 1CD");

        assertThat(stranger.last().text()).contains("OF-200002");
    }

    @Test
    void anOpenQuestionIsAskedTwiceThenAPersonComes() {
        stranger.says("where is my order");
        stranger.says("I can't remember");
        String again = stranger.last().text();
        stranger.says("no idea honestly");

        assertThat(again).contains("didn't catch that").contains("order number");
        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
    }

    @Test
    void aPersonMayBeHadInTheMiddleOfAnything() {
        stranger.says("where is my order");
        stranger.says("just get me a human");

        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
        assertThat(stranger.state().openEpisode().orElseThrow().headline()).contains("Where my order is");
    }

    @Test
    void slotsAlreadyGivenGoWithTheHandoff() {
        stranger.says("where is OF-100001");
        stranger.says("a person please");

        EntryBody.HandedOff handed = stranger.history.stream()
                .filter(EntryBody.HandedOff.class::isInstance)
                .map(EntryBody.HandedOff.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(handed.understood()).containsEntry("order", "OF-100001");
    }

    @Test
    void thanksWithoutAnythingSettledEndsNothing() {
        stranger.says("thanks");

        assertThat(stranger.state().openEpisode()).isPresent();
    }

    @Test
    void aProblemThatIsOpenIsNotThankedAway() {
        stranger.says("my tent arrived with a broken pole");
        stranger.says("OF-200001");
        stranger.says("thank you");

        assertThat(stranger.state().openEpisode()).isPresent();
        assertThat(stranger.last().text()).contains("keep your place");
    }

    @Test
    void whoWaitsAndExplainsIsNotAskedAfterEverySentence() {
        stranger.says("a person please");
        stranger.says("the thing with the jacket you know");
        int said = said(stranger);
        stranger.says("and then the other thing too");

        assertThat(said(stranger)).isEqualTo(said);
        assertThat(stranger.state().unanswered()).isEmpty();
    }

    @Test
    void aStatementIsAskedWhatToDoAboutIt() {
        stranger.says("I bought boots");

        assertThat(stranger.last().text()).contains("What can I do for you");
        assertThat(stranger.last().buttons()).contains("Return something");
    }

    private static EntryBody.BotTrace lastTrace(Booth booth) {
        return (EntryBody.BotTrace) booth.history.stream()
                .filter(EntryBody.BotTrace.class::isInstance)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static int said(Booth booth) {
        return (int) booth.history.stream()
                .filter(EntryBody.BotMessage.class::isInstance)
                .count();
    }
}
