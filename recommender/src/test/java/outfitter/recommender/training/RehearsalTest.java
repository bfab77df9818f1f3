package outfitter.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.TestShop.NOW;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.OrderedLine;
import outfitter.recommender.TestShop;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Disliked;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Situation;

class RehearsalTest {
    /** Orders 1 to 40 are boots with socks, 41 and 42 boots with wax. */
    private final TestShop shop = new TestShop()
            .sell("boot", "wear/boots", 90)
            .sell("sock", "wear/socks", 9)
            .sell("wax", "care/wax", 5)
            .orders(40, 10, "boot", "sock")
            .orders(2, 5, "boot", "wax");

    private final Rehearsal rehearsal = untrained(shop);

    @Test
    void anOrderIsNoEvidenceForItself() {
        assertThat(beside("boot", Set.of())).containsExactly("sock", "wax");
        assertThat(beside("boot", Set.of(41L))).containsExactly("sock");
    }

    @Test
    void whoeverHasSeenEverythingRanksAsTheServerDoes() {
        Ranker serving = new Ranker(shop.index());

        assertThat(rehearsal.without(Set.of()).shortlist(lookingAt("boot")).scores(SuggestionList.GOES_WITH))
                .isEqualTo(serving.shortlist(lookingAt("boot")).scores(SuggestionList.GOES_WITH));
    }

    @Test
    void whatIsLearnedIsLearnedAnewWithoutTheOrdersThatAreTried() {
        for (int day = 400; day > 0; day--) shop.order(day, "boot", day % 3 == 0 ? "wax" : "sock");
        Lesson lesson = Lessons.learn(shop.log(), NOW);
        Rehearsal learned = new Rehearsal(
                shop.log(), new Blends(lesson.blend(), Blends.untrained().stepUp()), lesson.at(), new Disliked(), NOW);
        Set<Long> waxed = shop.lines().stream()
                .filter(line -> line.product().equals("wax"))
                .map(OrderedLine::order)
                .collect(Collectors.toSet());

        assertThat(ranked(learned.without(Set.of()))).contains("wax");
        assertThat(ranked(learned.without(waxed))).containsExactly("sock");
        assertThat(learned.learnedAt()).isEqualTo(NOW);
    }

    @Test
    void atMostATenthOfTheLogIsLeftOutAtOnce() {
        assertThat(rehearsal.most()).isEqualTo(4);
        assertThat(untrained(new TestShop().sell("boot", "wear/boots", 90)).most())
                .isEqualTo(1);
    }

    private static Rehearsal untrained(TestShop shop) {
        return new Rehearsal(shop.log(), Blends.untrained(), null, new Disliked(), NOW);
    }

    private List<String> beside(String product, Set<Long> unseen) {
        return rehearsal.without(unseen).shortlist(lookingAt(product)).ranked(SuggestionList.GOES_WITH);
    }

    private static List<String> ranked(Ranker ranker) {
        return ranker.shortlist(lookingAt("boot")).ranked(SuggestionList.GOES_WITH);
    }

    private static Situation lookingAt(String product) {
        return Situation.lookingAt(List.of(product), NOW);
    }
}
