package outfitter.assist.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static outfitter.assist.DeskNode.key;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.assist.DeskNode;
import outfitter.assist.handoff.Agent;
import outfitter.models.account.Role;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.merchandising.Arm;
import outfitter.models.testing.PostgresExtension;
import outfitter.models.testing.TestDatabase;
import outfitter.recommender.HoldOut;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.Suggestions;

@ExtendWith(PostgresExtension.class)
class ShowcaseTest {
    private final DeskNode node;
    private volatile Function<Conversation, Future<Suggestions>> advice = now -> Future.failedFuture("unasked");
    private final Showcase showcase;
    private Agent ana;

    ShowcaseTest(TestDatabase database) throws Exception {
        node = new DeskNode(database);
        showcase = new Showcase(
                new Adviser() {
                    @Override
                    public Future<Suggestions> suggest(Conversation now) {
                        return advice.apply(now);
                    }

                    @Override
                    public String say(Evidence evidence) {
                        return evidence.kind();
                    }
                },
                () -> Shelves.CATALOGUE,
                node.impressions,
                node.timeline,
                Clock.systemUTC());
    }

    @BeforeEach
    void signIn() throws Exception {
        ana = node.agent("ana-" + key(), Role.AGENT);
        advise("trail-gaiter", "wool-sock");
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void whatAnAgentSeesIsOneImpressionHoweverOftenItIsDrawn() throws Exception {
        ConversationId id = treated("boots?");

        Offers first = show(id);
        Offers again = show(id);

        assertThat(first.goesWith()).extracting(Offers.Offer::product).containsExactly("trail-gaiter", "wool-sock");
        assertThat(again.goesWith())
                .extracting(Offers.Offer::impression)
                .isEqualTo(
                        first.goesWith().stream().map(Offers.Offer::impression).toList());
        await().untilAsserted(() -> assertThat(shownEntries(id)).hasSize(1));
        EntryBody.SuggestionsShown entry = shownEntries(id).get(0);
        assertThat(entry.products()).containsExactlyInAnyOrder("trail-gaiter", "wool-sock");
        assertThat(entry.heldOut()).isFalse();
    }

    @Test
    void aNewProductInTheListIsANewImpression() throws Exception {
        ConversationId id = treated("boots?");
        show(id);
        await().untilAsserted(() -> assertThat(shownEntries(id)).hasSize(1));

        advise("trail-gaiter", "ridge-boot");
        show(id);

        await().untilAsserted(() -> assertThat(shownEntries(id)).hasSize(2));
        assertThat(shownEntries(id).get(1).products()).containsExactly("ridge-boot");
    }

    @Test
    void anOpenProblemHoldsThemAndNothingCountsAsSeen() throws Exception {
        ConversationId id = treated("torn");
        node.writes(id, new EntryBody.ProblemOpened(1, "damaged", 2, "Torn jacket", null, null, null));

        Offers offers = show(id);

        assertThat(offers.held()).isNotNull().satisfies(hold -> {
            assertThat(hold.problem()).isEqualTo(1);
            assertThat(hold.reason()).contains("Torn jacket");
        });
        assertThat(offers.goesWith()).hasSize(2);
        for (Offers.Offer offer : offers.goesWith()) {
            assertThat(DeskNode.await(node.impressions.find(offer.impression())))
                    .isEmpty();
        }
    }

    @Test
    void aCustomerWhoIsHeldOutIsShownNothingAndCountsForComparison() throws Exception {
        ConversationId id = inArm(Arm.HELD_OUT, "boots?");

        Offers offers = show(id);

        assertThat(offers.heldOut()).isTrue();
        assertThat(offers.goesWith()).isEmpty();
        await().untilAsserted(() -> assertThat(shownEntries(id)).hasSize(1));
        assertThat(shownEntries(id).get(0).heldOut()).isTrue();
    }

    @Test
    void slowOrBrokenSuggestionsAreNone() throws Exception {
        ConversationId id = treated("boots?");

        advice = now -> Promise.<Suggestions>promise().future();
        assertThat(show(id).goesWith()).isEmpty();
        advice = now -> Future.failedFuture("no index");
        assertThat(show(id).goesWith()).isEmpty();
        advice = now -> {
            throw new IllegalStateException("worse");
        };
        assertThat(show(id).goesWith()).isEmpty();
    }

    @Test
    void aSolvedMatterHasNothingToCount() throws Exception {
        ConversationId id = treated("boots?");
        DeskNode.await(node.desk.claim(id, ana, key()));
        DeskNode.await(node.desk.solve(id, ana, key()));

        show(id);

        assertThat(shownEntries(id)).isEmpty();
    }

    @Test
    void whoWatchesIsToldAfterEveryMessageAndOnlyTheNewest() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<Promise<Suggestions>> pending = new CopyOnWriteArrayList<>();
        advice = now -> {
            asked.incrementAndGet();
            Promise<Suggestions> answer = Promise.promise();
            pending.add(answer);
            return answer.future();
        };
        ConversationId id = treated("boots?");
        Seen seen = new Seen(ana.account());
        feed().watch(id, seen);
        await().untilAsserted(() -> assertThat(pending).hasSize(1));

        for (int i = 0; i < 5; i++) {
            node.writes(id, new EntryBody.Note(ana.account(), ana.name(), "note " + i));
        }
        pending.get(0).complete(Shelves.suggestions("wool-sock"));
        await().untilAsserted(() -> assertThat(pending).hasSize(2));
        pending.get(1).complete(Shelves.suggestions("trail-gaiter"));

        await().untilAsserted(() -> assertThat(seen.panels).isNotEmpty());
        await().untilAsserted(() -> assertThat(seen.offers).hasSize(1));
        assertThat(seen.offers.get(0).goesWith())
                .extracting(Offers.Offer::product)
                .containsExactly("trail-gaiter");
        assertThat(asked).hasValue(2);
    }

    @Test
    void slowSuggestionsFollowAPanelThatDidNotWait() throws Exception {
        Promise<Suggestions> slow = Promise.promise();
        advice = now -> slow.future();
        ConversationId id = treated("boots?");
        Seen seen = new Seen(ana.account());

        feed().watch(id, seen);
        await().untilAsserted(() -> assertThat(seen.panels).hasSize(1));
        assertThat(seen.offers).isEmpty();
        slow.complete(Shelves.suggestions("wool-sock"));

        await().untilAsserted(() -> assertThat(seen.offers).hasSize(1));
        assertThat(seen.panels.get(0).suggestions().goesWith()).isEmpty();
        assertThat(seen.offers.get(0).goesWith()).hasSize(1);
    }

    @Test
    void aBrokenPartLeavesAPanel() throws Exception {
        advice = now -> Future.failedFuture("no index");
        ConversationId id = treated("My boots came apart");

        Panel panel = DeskNode.await(panels().of(id, ana.account())).orElseThrow();

        assertThat(panel.suggestions().goesWith()).isEmpty();
        assertThat(panel.briefing().wants()).isEqualTo("My boots came apart");
        assertThat(panel.customer().identified()).isFalse();
        assertThat(panel.episodes()).hasSize(1);
    }

    private static final class Seen implements PanelFeed.Watcher {
        final List<Offers> offers = new CopyOnWriteArrayList<>();
        final List<Panel> panels = new CopyOnWriteArrayList<>();
        private final long account;

        Seen(long account) {
            this.account = account;
        }

        @Override
        public long account() {
            return account;
        }

        @Override
        public void offers(Offers newest) {
            offers.add(newest);
        }

        @Override
        public void panel(Panel newest) {
            panels.add(newest);
        }
    }

    private Panels panels() {
        return new Panels(node.db, node.conversations, () -> Shelves.CATALOGUE, showcase);
    }

    private PanelFeed feed() {
        return new PanelFeed(node.context, node.conversations, panels(), showcase, node.news);
    }

    private void advise(String... products) {
        advice = now -> Future.succeededFuture(Shelves.suggestions(products));
    }

    private Offers show(ConversationId id) throws Exception {
        return DeskNode.await(showcase.show(node.now(id), ana.account(), Showcase.BLINK));
    }

    private List<EntryBody.SuggestionsShown> shownEntries(ConversationId id) throws Exception {
        return node.bodies(id).stream()
                .filter(EntryBody.SuggestionsShown.class::isInstance)
                .map(EntryBody.SuggestionsShown.class::cast)
                .toList();
    }

    private ConversationId treated(String text) throws Exception {
        return inArm(Arm.TREATED, text);
    }

    /** A waiting customer of that arm; one in twenty is held out, so some come and go. */
    private ConversationId inArm(Arm arm, String text) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            ConversationId id = node.waiting(key(), text);
            if (HoldOut.of(node.now(id).customer()) == arm) return id;
        }
        throw new IllegalStateException("nobody in " + arm);
    }
}
