package outfitter.models.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EpisodeStepsTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final ConversationId ID = new ConversationId(1);

    @Test
    void handoffWaitsUntilSomebodyClaimsIt() {
        ConversationState state = after(opened(1), handedOff(1), claimed(1));

        assertThat(state.holder()).isEqualTo(Holder.CLAIMED);
        assertThat(state.openEpisode().orElseThrow().handedOffAt()).isEqualTo(AT);
    }

    @Test
    void twoAgentsCannotHoldOneEpisode() {
        assertThatThrownBy(() -> after(opened(1), handedOff(1), claimed(1), claimed(1)))
                .isInstanceOf(Episode.IllegalStep.class);
    }

    @Test
    void releasedEpisodeKeepsItsPlaceInTheQueue() {
        ConversationState waiting = after(opened(1), handedOff(1));

        ConversationState released = after(opened(1), handedOff(1), claimed(1), new EntryBody.Released(1, 7, "gone"));

        assertThat(released.holder()).isEqualTo(Holder.WAITING);
        assertThat(released.openEpisode().orElseThrow().virtualArrival())
                .isEqualTo(waiting.openEpisode().orElseThrow().virtualArrival());
    }

    @Test
    void anEpisodesProofOfAnOrderEndsWithTheEpisode() {
        ConversationState state = after(
                opened(1),
                new EntryBody.Proved(new Proof(Proof.Kind.ORDER, "OF-100001")),
                new EntryBody.EpisodeEnded(1, Outcome.SOLVED_BY_BOT, null));

        assertThat(state.proofs()).isEmpty();
    }

    @Test
    void problemStaysOpenWhenItsEpisodeEnds() {
        ConversationState state = after(
                opened(1),
                new EntryBody.ProblemOpened(1, "damaged", 2, "torn seam", null, null, null),
                new EntryBody.EpisodeEnded(1, Outcome.LEFT, null));

        assertThat(state.hasOpenProblem()).isTrue();
    }

    @Test
    void botOwesNothingOnceAPersonHasTheEpisode() {
        ConversationState state = after(
                opened(1),
                new EntryBody.CustomerMessage("hello?", "site:a"),
                handedOff(1),
                claimed(1),
                new EntryBody.CustomerMessage("still there?", "site:a"));

        assertThat(state.unanswered()).isEmpty();
        assertThat(state.answerDue()).isNull();
    }

    /** Whatever steps are tried in whatever order: the legal ones lead along the map, the others change nothing. */
    @Property
    void onlyLegalStepsMoveAnEpisode(@ForAll("steps") List<Step> steps) {
        ConversationState state = ConversationState.EMPTY;
        long seq = 0;
        for (Step step : steps) {
            Holder before = state.openEpisode().map(Episode::holder).orElse(Holder.ENDED);
            boolean legal = step.isLegal(before);
            Entry entry = new Entry(ID, ++seq, AT.plusSeconds(seq), step.body(state));
            ConversationState unchanged = state;
            if (legal) {
                state = Fold.after(state, List.of(entry));
                assertThat(state.openEpisode().map(Episode::holder).orElse(Holder.ENDED))
                        .isEqualTo(step.leadsTo());
                assertThat(state.openEpisode().map(Episode::claimedBy).isPresent())
                        .isEqualTo(step.leadsTo() == Holder.CLAIMED);
                assertThat(state.openEpisode().map(Episode::waitingSince).isPresent())
                        .isEqualTo(step.leadsTo() == Holder.WAITING);
            } else {
                assertThatThrownBy(() -> Fold.after(unchanged, List.of(entry))).isInstanceOf(Episode.IllegalStep.class);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.values()).list().ofMaxSize(40);
    }

    private enum Step {
        OPEN,
        HAND_OFF,
        CLAIM,
        RELEASE,
        RETURN,
        END;

        boolean isLegal(Holder before) {
            return switch (this) {
                case OPEN -> before == Holder.ENDED;
                case HAND_OFF -> before == Holder.BOT;
                case CLAIM -> before == Holder.WAITING || before == Holder.BOT;
                case RELEASE -> before == Holder.CLAIMED;
                case RETURN -> before == Holder.WAITING || before == Holder.CLAIMED;
                case END -> before != Holder.ENDED;
            };
        }

        Holder leadsTo() {
            return switch (this) {
                case OPEN, RETURN -> Holder.BOT;
                case HAND_OFF, RELEASE -> Holder.WAITING;
                case CLAIM -> Holder.CLAIMED;
                case END -> Holder.ENDED;
            };
        }

        EntryBody body(ConversationState state) {
            int number = state.episode() == null ? 1 : state.episode().number();
            return switch (this) {
                case OPEN -> opened(state.nextEpisode());
                case HAND_OFF -> handedOff(number);
                case CLAIM -> claimed(number);
                case RELEASE -> new EntryBody.Released(number, 7, "gone");
                case RETURN -> new EntryBody.ReturnedToBot(number, 7L);
                case END -> new EntryBody.EpisodeEnded(number, Outcome.SOLVED_BY_PERSON, 7L);
            };
        }
    }

    private static EntryBody opened(int number) {
        return new EntryBody.EpisodeOpened(number, null);
    }

    private static EntryBody handedOff(int number) {
        return new EntryBody.HandedOff(number, "asked", "wants a person", Map.of(), null);
    }

    private static EntryBody claimed(int number) {
        return new EntryBody.Claimed(number, 7, "Ana");
    }

    private static ConversationState after(EntryBody... bodies) {
        List<Entry> entries = new ArrayList<>();
        for (EntryBody body : bodies) entries.add(new Entry(ID, entries.size() + 1, AT, body));
        return Fold.after(ConversationState.EMPTY, entries);
    }
}
