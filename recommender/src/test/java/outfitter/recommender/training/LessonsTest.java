package outfitter.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static outfitter.recommender.TestShop.NOW;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.RandomShop;
import outfitter.recommender.TestShop;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Situation;

class LessonsTest {
    @Test
    void ofAShortLogNothingIsUsed() {
        TestShop shop = new TestShop().sell("boot", "wear/boots", 90).sell("sock", "wear/socks", 9);
        shop.orders(20, 10, "boot", "sock");

        Lesson lesson = Lessons.learn(log(shop), NOW);

        assertThat(lesson.accepted()).isFalse();
        assertThat(lesson.verdict()).startsWith("refused: ");
    }

    @Test
    void theRidgeTableFollowsProductsIntoAnotherCatalogue() {
        TestShop shop = new TestShop().sell("boot", "wear/boots", 90).sell("sock", "wear/socks", 9);
        for (int day = 400; day > 0; day--) shop.order(day, "boot", "sock");
        Lesson lesson = Lessons.learn(log(shop), NOW);
        TestShop larger = new TestShop()
                .sell("sock", "wear/socks", 9)
                .sell("hat", "wear/hats", 9)
                .sell("boot", "wear/boots", 90)
                .orders(9, 3, "boot", "sock");

        Index index = larger.index();
        Ranker ranker = new Ranker(index.with(lesson.ridgeIn(index.assortment())), lesson.blend());

        assertThat(ranker.shortlist(Situation.lookingAt(List.of("boot"), NOW)).ranked(SuggestionList.GOES_WITH))
                .startsWith("sock");
    }

    @Property(tries = 40)
    void whateverWasLearnedNothingForbiddenIsRanked(@ForAll Random random) {
        RandomShop world = new RandomShop(random);
        Lesson lesson = Lessons.learn(log(world.shop), NOW);
        Index index = world.shop.index();
        Ranker ranker = new Ranker(index.with(lesson.ridgeIn(index.assortment())), lesson.blend());

        IntStream.range(0, 5).mapToObj(any -> world.situation()).forEach(situation -> {
            List<String> ranked = ranker.shortlist(situation).ranked(SuggestionList.GOES_WITH);
            assertThat(ranked).doesNotHaveDuplicates();
            assertThat(ranked)
                    .filteredOn(world.mayNeverBeSeen(situation)::contains)
                    .isEmpty();
        });
    }

    private static OrderLog log(TestShop shop) {
        OrderLog log = new OrderLog(shop.assortment());
        shop.lines().forEach(log::add);
        return log;
    }
}
