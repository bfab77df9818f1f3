package outfitter.server.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.Explained;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.EvidenceTexts;
import outfitter.recommender.ranking.Explanation;
import outfitter.recommender.ranking.HiddenPin;

class VerdictTest {
    private final EvidenceTexts english = EvidenceTexts.in("en").orElseThrow();

    @ParameterizedTest
    @EnumSource(HiddenPin.Why.class)
    void whateverForbidsAProductCanBeReadAndSaidAloud(HiddenPin.Why why) {
        Explained forbidden = explained(Explanation.Verdict.NEVER, why, 3, List.of());

        assertThat(said(Verdict.answer(forbidden))).startsWith("not shown: ");
        assertThat(said(Verdict.aloud(forbidden, List.of()))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Explanation.Verdict.class,
            names = {"INSTEAD", "NO_STEP", "NOTHING_KNOWN"})
    void whatIsNotRankedCanBeReadAndSaidAloud(Explanation.Verdict verdict) {
        Explained unranked = explained(verdict, null, null, List.of());

        assertThat(said(Verdict.answer(unranked))).startsWith("not shown: ");
        assertThat(said(Verdict.aloud(unranked, List.of()))).contains("Snow-gaiter", "Granite-boot");
    }

    @Test
    void anAgentTellsOfOrdersNotOfPlaces() {
        Explained low = explained(
                Explanation.Verdict.RANKED, null, 23, List.of(new Explanation.Together("granite-boot", 5, 67, 0)));

        assertThat(said(Verdict.answer(low))).isEqualTo("not shown: ranked at place 23, and the list has 6");
        assertThat(said(Verdict.aloud(low, List.of())))
                .isEqualTo("of 67 orders with the Granite-boot 5 had the Snow-gaiter too; "
                        + "other things were taken more often");
    }

    @SuppressWarnings("NullAway") // it does not see the mark on a nested type of another module
    private static Explained explained(
            Explanation.Verdict verdict,
            HiddenPin.@Nullable Why why,
            @Nullable Integer rankedAt,
            List<Explanation.Together> together) {
        Explanation ranking =
                new Explanation("snow-gaiter", verdict, why, rankedAt, 45, List.of(), List.of(), together);
        return new Explained(SuggestionList.GOES_WITH, null, ranking, null, 0, 6, List.of("granite-boot"));
    }

    private String said(Evidence evidence) {
        return english.say(evidence, id -> Character.toUpperCase(id.charAt(0)) + id.substring(1), Instant.EPOCH);
    }
}
