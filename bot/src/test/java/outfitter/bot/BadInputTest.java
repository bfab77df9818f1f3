package outfitter.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.conversation.EntryBody.BotMessage;
import outfitter.models.conversation.Holder;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.PostgresExtension;

/** What is no message to be understood has a clear outcome each. */
@ExtendWith(PostgresExtension.class)
final class BadInputTest {
    private final Booth stranger = new Booth(new CustomerId(99));

    @Test
    void anEmptyLineAndOneThatIsTooLongAreTheSendersMistake(PgConnectOptions options) throws Exception {
        Counter counter = Counter.open(options);
        var customer = counter.visitor();

        assertThatThrownBy(() -> customer.writes("   \n ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> customer.writes("boots ".repeat(900))).hasMessageContaining("longer than");
        counter.close();
    }

    @Test
    void aVeryLongMessageIsReadInAMomentAndKeepsItsMatter() {
        String story = "I walked up the hill and it was a fine day with my friends. ".repeat(60);
        long began = System.nanoTime();

        stranger.says(story + "Where is my order OF-100001?");

        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(2_000);
        assertThat(stranger.history.stream().filter(BotMessage.class::isInstance))
                .isNotEmpty();
    }

    @Test
    void onlyEmojiAreAskedAboutAndThenAPersonComes() {
        stranger.says("\ud83d\ude00\ud83d\ude00\ud83c\udfd4\ufe0f");
        boolean asked = stranger.state().holder() == Holder.BOT
                && !stranger.last().buttons().isEmpty();
        boolean handed = stranger.state().holder() == Holder.WAITING;
        stranger.says("\ud83d\ude00");

        assertThat(asked || handed).isTrue();
        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
    }

    @Test
    void anotherScriptGoesToAPersonWithWhatWasWrittenAfterOneQuestionAtMost() {
        stranger.says("\u0413\u0434\u0435 \u043c\u043e\u0439 \u0437\u0430\u043a\u0430\u0437?");
        stranger.says("\u0417\u0430\u043a\u0430\u0437 \u043d\u0435 \u043f\u0440\u0438\u0448\u0451\u043b");

        assertThat(stranger.state().holder()).isEqualTo(Holder.WAITING);
        assertThat(stranger.state().openEpisode().orElseThrow().headline()).containsPattern("\\p{IsCyrillic}{3}");
    }
}
