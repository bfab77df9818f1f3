package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.customer.CustomerId;

/** Two matters of one message are answered in turn. */
final class TwoMattersDialogueTest {
    private final Booth stranger = new Booth(new CustomerId(99));

    @Test
    void whatCanBeToldAtOnceIsToldInOneAnswer() {
        stranger.says("how much is delivery? and how long do I have to send something back?");

        assertThat(stranger.last().text()).contains("£3.95", "30 days");
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void theSecondMatterWaitsUntilTheFirstIsProved() {
        stranger.says("where is my order OF-100001, and how much is delivery?");
        String proof = stranger.last().text();
        stranger.says("AB1 1CD");

        assertThat(proof).contains("postcode").doesNotContain("£3.95");
        assertThat(stranger.last().text()).contains("TRK100001", "£3.95");
    }

    @Test
    void theSecondMatterIsStillKnownAfterAQuestionInBetween() {
        stranger.says("where is my order, and how long do I have to send something back?");
        stranger.says("thanks");
        stranger.says("OF-100001");
        stranger.says("AB1 1CD");

        assertThat(stranger.last().text()).contains("TRK100001", "30 days");
    }

    @Test
    void aSecondMatterThatNeedsAnAnswerIsAskedForAfterTheFirst() {
        stranger.says("how much is delivery? and where is my order?");

        assertThat(stranger.last().text()).contains("£3.95").contains("order number");
        stranger.says("OF-100001, AB1 1CD");
        assertThat(stranger.last().text()).contains("TRK100001");
    }

    @Test
    void whatGoesToAPersonDoesNotKeepTheOtherFromBeingTold() {
        stranger.says("please cancel my order OF-100001. and how much is delivery?");

        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
        assertThat(stranger.last().text()).contains("£3.95");
    }

    @Test
    void aPersonHearsOfBothWhenNeitherIsForTheBot() {
        stranger.says("please cancel my order OF-100001. and I need a copy of my invoice");

        assertThat(stranger.state().openEpisode().orElseThrow().headline())
                .contains("Cancel an order", "An invoice or receipt");
    }

    private long answers() {
        return stranger.history.stream()
                .filter(EntryBody.BotMessage.class::isInstance)
                .count();
    }
}
