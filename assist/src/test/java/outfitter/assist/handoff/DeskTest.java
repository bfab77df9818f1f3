package outfitter.assist.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.assist.DeskNode.await;
import static outfitter.assist.DeskNode.key;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.assist.DeskNode;
import outfitter.models.account.Role;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Holder;
import outfitter.models.merchandising.Impression;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;

@ExtendWith(PostgresExtension.class)
class DeskTest {
    private final DeskNode node;
    private Agent ana;
    private Agent ben;
    private Agent robin;

    DeskTest(TestDatabase database) throws Exception {
        node = new DeskNode(database, Duration.ofMinutes(5));
    }

    @BeforeEach
    void signIn() throws Exception {
        ana = node.agent("ana-" + key(), Role.AGENT);
        ben = node.agent("ben-" + key(), Role.AGENT);
        robin = node.agent("robin-" + key(), Role.SUPERVISOR);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void theFirstToClaimWins() throws Exception {
        ConversationId id = node.waiting(key(), "help");

        Future<Act> first = node.desk.claim(id, ana, key());
        Future<Act> second = node.desk.claim(id, ben, key());

        assertThat(await(first)).isInstanceOf(Act.Done.class);
        assertThat(refusal(await(second))).isEqualTo(Act.Reason.TAKEN);
    }

    @Test
    void onlyWhoHasTheConversationWritesInIt() throws Exception {
        ConversationId id = node.waiting(key(), "help");
        await(node.desk.claim(id, ana, key()));

        assertThat(refusal(await(node.desk.reply(id, ben, key(), "Hi", List.of()))))
                .isEqualTo(Act.Reason.TAKEN);
        assertThat(refusal(await(node.desk.solve(id, ben, key())))).isEqualTo(Act.Reason.TAKEN);
        assertThat(await(node.desk.reply(id, ana, key(), "Hi", List.of()))).isInstanceOf(Act.Done.class);
        assertThat(node.bodies(id))
                .filteredOn(EntryBody.AgentMessage.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aReplyAfterTheConversationWasTakenOverIsRefused() throws Exception {
        ConversationId id = node.waiting(key(), "help");
        await(node.desk.claim(id, ana, key()));

        await(node.desk.claim(id, robin, key()));

        assertThat(refusal(await(node.desk.reply(id, ana, key(), "Late", List.of()))))
                .isEqualTo(Act.Reason.TAKEN);
        assertThat(node.now(id).state().openEpisode().orElseThrow().claimedBy()).isEqualTo(robin.account());
    }

    @Test
    void aRepeatedKeyHasOneEffectAndTheSameAnswer() throws Exception {
        ConversationId id = node.waiting(key(), "help");
        await(node.desk.claim(id, ana, key()));
        String once = key();
        String solved = key();

        await(node.desk.reply(id, ana, once, "Hello", List.of()));
        Act again = await(node.desk.reply(id, ana, once, "Hello", List.of()));
        await(node.desk.solve(id, ana, solved));
        Act afterTheEnd = await(node.desk.reply(id, ana, once, "Hello", List.of()));
        Act solvedAgain = await(node.desk.solve(id, ana, solved));

        assertThat(List.of(again, afterTheEnd, solvedAgain)).allMatch(Act.Done.class::isInstance);
        assertThat(node.bodies(id))
                .filteredOn(EntryBody.AgentMessage.class::isInstance)
                .hasSize(1);
        assertThat(node.bodies(id))
                .filteredOn(EntryBody.EpisodeEnded.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anotherAgentsKeyIsNotMine() throws Exception {
        ConversationId id = node.waiting(key(), "help");
        String shared = key();
        await(node.desk.note(id, ana, shared, "hers"));

        await(node.desk.note(id, ben, shared, "his"));

        assertThat(node.bodies(id)).filteredOn(EntryBody.Note.class::isInstance).hasSize(2);
    }

    @Test
    void suggestionsAreHeldWhileAProblemIsOpen() throws Exception {
        ConversationId id = node.waiting(key(), "torn jacket");
        await(node.desk.claim(id, ana, key()));
        Card suggested = node.suggested(id, "trail-gaiter");
        await(node.desk.openProblem(id, ana, key(), "damaged", 2, "Torn jacket", null, null));

        assertThat(refusal(await(node.desk.reply(id, ana, key(), "And this?", List.of(suggested)))))
                .isEqualTo(Act.Reason.HELD);
        await(node.desk.closeProblem(id, ana, key(), 1, "replaced"));

        assertThat(await(node.desk.reply(id, ana, key(), "And this?", List.of(suggested))))
                .isInstanceOf(Act.Done.class);
        assertThat(node.bodies(id)).last().isInstanceOf(EntryBody.SuggestionAccepted.class);
        assertThat(settled(suggested, Impression.State.ACCEPTED).reason()).isNull();
    }

    @Test
    void aCardForWhatIsSoldOutMeanwhileIsNotSent() throws Exception {
        ConversationId id = node.waiting(key(), "boots?");
        await(node.desk.claim(id, ana, key()));
        node.objections.put("granite-boot", "Sold out since a moment ago");

        Act act = await(node.desk.reply(id, ana, key(), "These?", List.of(new Card("granite-boot", null, null, null))));

        assertThat(act).isEqualTo(new Act.Refused(Act.Reason.NOT_SELLABLE, "Sold out since a moment ago"));
        assertThat(node.bodies(id)).noneMatch(EntryBody.AgentMessage.class::isInstance);
    }

    @Test
    void aSuggestionThatWasShownElsewhereIsUnknownHere() throws Exception {
        ConversationId id = node.waiting(key(), "boots?");
        ConversationId other = node.waiting(key(), "other");
        await(node.desk.claim(id, ana, key()));
        Card foreign = node.suggested(other, "trail-gaiter");

        assertThat(refusal(await(node.desk.reply(id, ana, key(), "This?", List.of(foreign)))))
                .isEqualTo(Act.Reason.UNKNOWN);
        assertThat(refusal(await(node.desk.decline(id, ana, key(), impressionOf(foreign), "not-now"))))
                .isEqualTo(Act.Reason.UNKNOWN);
    }

    @Test
    void aDeclinedSuggestionIsRemembered() throws Exception {
        ConversationId id = node.waiting(key(), "boots?");
        await(node.desk.claim(id, ana, key()));
        Card suggested = node.suggested(id, "trail-gaiter");

        await(node.desk.decline(id, ana, key(), impressionOf(suggested), "too-dear"));

        assertThat(node.now(id).state().declined()).containsKey("trail-gaiter");
        assertThat(settled(suggested, Impression.State.DECLINED).reason()).isEqualTo("too-dear");
    }

    @Test
    void aSolvedMatterIsOpenedAnewByReachingOut() throws Exception {
        ConversationId id = node.waiting(key(), "help");
        await(node.desk.claim(id, ana, key()));
        await(node.desk.solve(id, ana, key()));

        await(node.desk.claim(id, ben, key()));

        assertThat(node.now(id).state().openEpisode().orElseThrow().number()).isEqualTo(2);
        assertThat(node.now(id).state().holder()).isEqualTo(Holder.CLAIMED);
    }

    @Test
    void noTwoAgentsEverHoldOneEpisode() throws Exception {
        Random random = new Random(20260302);
        List<Agent> agents = new ArrayList<>(List.of(ana, ben, robin));
        for (int i = 0; i < 3; i++) agents.add(node.agent(key(), Role.AGENT));
        List<ConversationId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) ids.add(node.waiting(key(), "help " + i));

        for (int round = 0; round < 25; round++) {
            List<Future<Act>> acts = new ArrayList<>();
            List<Future<Act>> claims = new ArrayList<>();
            for (ConversationId id : ids) {
                for (Agent agent : agents) {
                    Future<Act> act = random.nextInt(3) == 0
                            ? node.desk.release(id, agent, key())
                            : node.desk.claim(id, agent, key());
                    acts.add(act);
                    claims.add(act);
                }
            }
            await(Future.join(acts));
            assertThat(claims).allMatch(Future::succeeded);
        }

        for (ConversationId id : ids) assertThat(holders(node.bodies(id))).allMatch(count -> count <= 1);
    }

    @Test
    void ofManyClaimsAtOnceExactlyOneWins() throws Exception {
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < 8; i++) agents.add(node.agent(key(), Role.AGENT));

        for (int round = 0; round < 20; round++) {
            ConversationId id = node.waiting(key(), "help");
            List<Future<Act>> claims = agents.stream()
                    .map(agent -> node.desk.claim(id, agent, key()))
                    .toList();
            await(Future.join(claims));

            assertThat(claims)
                    .filteredOn(claim -> claim.result() instanceof Act.Done)
                    .hasSize(1);
        }
    }

    @Test
    void twoNodesLetOneAgentWin() throws Exception {
        try (DeskNode other = new DeskNode(node.database, Duration.ofMinutes(5))) {
            for (int round = 0; round < 20; round++) {
                ConversationId id = node.waiting(key(), "help");

                Future<Act> here = node.desk.claim(id, ana, key());
                Future<Act> there = other.desk.claim(id, ben, key());

                assertThat(Stream.of(await(here), await(there)).filter(Act.Done.class::isInstance))
                        .hasSize(1);
            }
        }
    }

    /** How many agents had it after each entry. */
    private static List<Integer> holders(List<EntryBody> bodies) {
        List<Integer> counts = new ArrayList<>();
        int holders = 0;
        for (EntryBody body : bodies) {
            if (body instanceof EntryBody.Claimed) holders++;
            if (body instanceof EntryBody.Released) holders--;
            counts.add(holders);
        }
        return counts;
    }

    /** The impression once it has reached {@code state}, which follows the commit. */
    private Impression settled(Card card, Impression.State state) {
        return Awaitility.await()
                .until(
                        () -> DeskNode.await(node.impressions.find(impressionOf(card)))
                                .orElseThrow(),
                        impression -> impression.state() == state);
    }

    private static UUID impressionOf(Card card) {
        return Objects.requireNonNull(card.suggestion());
    }

    private static Act.Reason refusal(Act act) {
        return act.match(
                done -> {
                    throw new AssertionError("done: " + done);
                },
                Act.Refused::reason);
    }
}
