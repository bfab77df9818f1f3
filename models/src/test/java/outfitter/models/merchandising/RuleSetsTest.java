package outfitter.models.merchandising;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import outfitter.models.testing.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class RuleSetsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final long MIRA = 7;
    private static final RuleSet GAITERS = new RuleSet(List.of(Rule.pin(
            "r1",
            List.of(Condition.of(Condition.Kind.CATEGORY, "footwear/boots")),
            Target.products("snow-gaiter"),
            SuggestionList.GOES_WITH,
            1)));
    private static final RuleSet NO_SOCKS = new RuleSet(
            List.of(Rule.plain("r2", Act.EXCLUDE, List.of(), Target.products("wool-sock"), SuggestionList.GOES_WITH)));

    private final Pool db;
    private final RuleSets sets;

    RuleSetsTest(Pool db) {
        this.db = db;
        sets = new RuleSets(db);
    }

    @BeforeEach
    void nothingPublished() throws Exception {
        await(db.query("TRUNCATE rule_set").execute());
    }

    @Test
    void beforeAnythingWasPublishedThereAreNoRules() throws Exception {
        assertThat(await(sets.live(NOW))).isEqualTo(RuleSet.EMPTY);
        assertThat(await(sets.draft(NOW))).isEqualTo(new DraftRules(RuleSet.EMPTY, 0));
        assertThat(await(sets.undo(MIRA, NOW))).isEmpty();
    }

    @Test
    void aDraftIsNotLiveUntilItIsPublished() throws Exception {
        DraftRules draft = await(sets.save(GAITERS, 0, MIRA, NOW)).orElseThrow();
        assertThat(await(sets.live(NOW))).isEqualTo(RuleSet.EMPTY);

        PublishedRules published = await(sets.publish(draft.version(), "snow is coming", MIRA, NOW, NOW))
                .orElseThrow();

        assertThat(published.rules()).isEqualTo(GAITERS);
        assertThat(published.note()).isEqualTo("snow is coming");
        assertThat(await(sets.live(NOW))).isEqualTo(GAITERS);
        assertThat(await(sets.draft(NOW))).isEqualTo(new DraftRules(GAITERS, 0));
    }

    @Test
    void whoSavesOverAnOlderDraftIsToldSo() throws Exception {
        DraftRules first = await(sets.save(GAITERS, 0, MIRA, NOW)).orElseThrow();
        DraftRules second = await(sets.save(NO_SOCKS, first.version(), 8, NOW)).orElseThrow();

        assertThat(await(sets.save(GAITERS, first.version(), MIRA, NOW))).isEmpty();
        assertThat(await(sets.save(GAITERS, 0, MIRA, NOW))).isEmpty();
        assertThat(await(sets.publish(first.version(), "too late", MIRA, NOW, NOW)))
                .isEmpty();
        assertThat(await(sets.draft(NOW))).isEqualTo(second);
    }

    @Test
    void ofTwoWhoPublishTheSameDraftOneIsFirst() throws Exception {
        DraftRules draft = await(sets.save(GAITERS, 0, MIRA, NOW)).orElseThrow();

        Future<Optional<PublishedRules>> mine = sets.publish(draft.version(), "mine", MIRA, NOW, NOW);
        Future<Optional<PublishedRules>> theirs = sets.publish(draft.version(), "theirs", 8, NOW, NOW);

        assertThat(await(mine).isPresent()).isNotEqualTo(await(theirs).isPresent());
        assertThat(await(sets.history(10))).hasSize(1);
    }

    @Test
    void undoingGoesBackStepByStep() throws Exception {
        publish(GAITERS);
        publish(NO_SOCKS);
        publish(RuleSet.EMPTY);

        assertThat(await(sets.undo(MIRA, NOW)).orElseThrow().rules()).isEqualTo(NO_SOCKS);
        assertThat(await(sets.undo(MIRA, NOW)).orElseThrow().rules()).isEqualTo(GAITERS);
        publish(NO_SOCKS);
        assertThat(await(sets.undo(MIRA, NOW)).orElseThrow().rules()).isEqualTo(GAITERS);
        assertThat(await(sets.undo(MIRA, NOW)).orElseThrow().rules()).isEqualTo(RuleSet.EMPTY);
        assertThat(await(sets.undo(MIRA, NOW))).isEmpty();
        assertThat(await(sets.live(NOW))).isEqualTo(RuleSet.EMPTY);
        assertThat(await(sets.history(3)).get(0).undoes()).isNotNull();
    }

    @Test
    void anUndoLeavesTheDraftAlone() throws Exception {
        publish(GAITERS);
        DraftRules draft = await(sets.save(NO_SOCKS, 0, MIRA, NOW)).orElseThrow();

        await(sets.undo(MIRA, NOW));

        assertThat(await(sets.draft(NOW))).isEqualTo(draft);
    }

    @Test
    void aRuleOfTheDaysOfPinsAndExclusionsIsStillRead() throws Exception {
        await(db.query("""
                INSERT INTO rule_set (rules, note, created_by, created_at, published_at) VALUES ('[
                  {"id": "r1", "name": "r1", "act": "pin", "anchor": {"category": "footwear/boots"},
                   "product": "snow-gaiter", "list": "goes-with", "place": 1},
                  {"id": "r2", "name": "r2", "act": "exclude", "anchor": {"any": true},
                   "product": "wool-sock", "list": "goes-with"}]', 'old', 7, '2026-01-01Z', '2026-01-01Z')
                """).execute());

        List<Rule> both = new ArrayList<>(GAITERS.rules());
        both.addAll(NO_SOCKS.rules());
        assertThat(await(sets.live(NOW)).rules()).isEqualTo(both);
    }

    @Test
    void whatIsScheduledTakesEffectAtItsTimeUnlessItIsCalledOff() throws Exception {
        Instant monday = NOW.plusSeconds(86_400);
        publish(GAITERS);
        DraftRules draft = await(sets.save(NO_SOCKS, 0, MIRA, NOW)).orElseThrow();
        PublishedRules later = await(sets.publish(draft.version(), "for Monday", MIRA, NOW, monday))
                .orElseThrow();

        assertThat(await(sets.live(NOW))).isEqualTo(GAITERS);
        assertThat(await(sets.live(monday))).isEqualTo(NO_SOCKS);
        assertThat(await(sets.scheduled(NOW))).containsExactly(later);
        assertThat(await(sets.undo(MIRA, NOW)).orElseThrow().rules()).isEqualTo(RuleSet.EMPTY);

        assertThat(await(sets.cancel(later.id(), NOW))).isPresent();
        assertThat(await(sets.cancel(later.id(), NOW))).isEmpty();
        assertThat(await(sets.live(monday))).isEqualTo(RuleSet.EMPTY);
    }

    @Test
    void anyVersionCanBeBroughtBack() throws Exception {
        publish(GAITERS);
        publish(NO_SOCKS);
        long first = await(sets.history(2)).get(1).id();

        PublishedRules restored =
                await(sets.restore(first, "as before", MIRA, NOW)).orElseThrow();

        assertThat(restored.restores()).isEqualTo(first);
        assertThat(await(sets.live(NOW))).isEqualTo(GAITERS);
        assertThat(await(sets.restore(999, "no such", MIRA, NOW))).isEmpty();
    }

    private void publish(RuleSet rules) throws Exception {
        DraftRules draft = await(sets.save(rules, await(sets.draft(NOW)).version(), MIRA, NOW))
                .orElseThrow();
        assertThat(await(sets.publish(draft.version(), "note", MIRA, NOW, NOW))).isPresent();
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(10, SECONDS);
    }
}
