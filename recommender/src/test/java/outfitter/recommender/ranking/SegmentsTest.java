package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static outfitter.recommender.TestShop.NOW;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.SegmentSales.Sold;
import outfitter.recommender.TestShop;

class SegmentsTest {
    private static final Set<String> GOLD = Set.of("gold");

    private final Segments segments = new Segments();
    private final TestShop shop = new TestShop()
            .sell("boot", "wear/boots", 90)
            .sell("sock", "wear/socks", 9)
            .orders(30, 9, "boot")
            .orders(20, 9, "sock");

    @Test
    void membersAreShownFirstWhatMembersOrderMoreThanOthers() {
        segments.learn(List.of(
                new Sold("", "", 50),
                new Sold("", "boot", 30),
                new Sold("", "sock", 20),
                new Sold("gold", "", 20),
                new Sold("gold", "sock", 18),
                new Sold("gold", "boot", 2)));

        assertThat(favourites(Set.of())).containsExactly("boot", "sock");
        assertThat(favourites(GOLD)).containsExactly("sock", "boot");
        assertThat(said(GOLD)).isEqualTo("ordered 18 times by gold members in the last 30 days, more than by others");
        assertThat(said(Set.of())).isEqualTo("ordered 20 times in winter");
    }

    @Test
    void whatFewOrderedIsDrawnTowardsTheWhole() {
        segments.learn(List.of(
                new Sold("", "", 1_000),
                new Sold("", "sock", 100),
                new Sold("new", "", 1),
                new Sold("new", "sock", 1),
                new Sold("gold", "", 500),
                new Sold("gold", "sock", 100)));

        assertThat(segments.lift(Set.of("new"), "sock")).isEqualTo(6 / 5.1, within(1e-9)); // ten times as often, once
        assertThat(segments.lift(GOLD, "sock")).isEqualTo(105 / 55.0, within(1e-9));
        assertThat(segments.telling(Set.of("new"), "sock")).isEmpty();
    }

    @Test
    void ofWhomNothingIsKnownNothingChanges() {
        assertThat(segments.lift(Set.of("gold", "country:NZ"), "sock")).isEqualTo(1);
        assertThat(favourites(Set.of("nobody"))).isEqualTo(favourites(Set.of()));
    }

    @Test
    void noSegmentMultipliesWithoutBounds() {
        segments.learn(List.of(
                new Sold("", "", 1_000),
                new Sold("", "sock", 100),
                new Sold("gold", "", 100),
                new Sold("gold", "sock", 100),
                new Sold("new", "", 100),
                new Sold("new", "sock", 100)));

        assertThat(segments.lift(Set.of("gold", "new"), "sock")).isEqualTo(3);
    }

    private List<String> favourites(Set<String> sorts) {
        return shortlist(sorts).ranked(SuggestionList.GOES_WITH);
    }

    private String said(Set<String> sorts) {
        Evidence first = shortlist(sorts).praise("sock").get(0);
        return EvidenceTexts.in("en").orElseThrow().say(first, id -> id, NOW);
    }

    private Shortlist shortlist(Set<String> sorts) {
        Ranker ranker = new Ranker(shop.index(), Blends.untrained(), new Disliked(), segments);
        return ranker.shortlist(Situation.lookingAt(List.of(), NOW).of(sorts));
    }
}
