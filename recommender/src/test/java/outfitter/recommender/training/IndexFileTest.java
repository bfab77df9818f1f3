package outfitter.recommender.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static outfitter.recommender.TestShop.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.merchandising.SuggestionList;
import outfitter.recommender.RandomShop;
import outfitter.recommender.TestShop;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.ranking.Ranker;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.snapshot.SnapshotRefused;

class IndexFileTest {
    private static final Blend BY_HAND = Blends.untrained().stepUp();

    private final TestShop shop = new TestShop()
            .sell("boot", "wear/boots", 90)
            .sell("sock", "wear/socks", 9)
            .sell("hat", "wear/hats", 20);

    @TempDir
    private Path folder;

    @RepeatedTest(20)
    void whatIsLoadedRanksAsWhatWasSaved() throws IOException {
        RandomShop world = new RandomShop(new Random());
        Lesson lesson = Lessons.learn(log(world.shop), NOW);
        GrowingIndex growing = GrowingIndex.of(log(world.shop), NOW);
        growing.orderIs(7_777, List.of(), NOW);
        Path file = folder.resolve("index/orders");
        IndexFile.write(file, growing.saved(lesson, BY_HAND));

        IndexFile.Saved loaded = IndexFile.read(file, world.shop.assortment());

        Situation situation = world.situation();
        assertThat(loaded.lastOrder()).isEqualTo(7_777);
        assertThat(ranked(by(loaded.index(), Objects.requireNonNull(loaded.lesson())), situation))
                .isEqualTo(ranked(by(growing.index(), lesson), situation));
    }

    @Test
    void ordersSinceLieOnTop() throws IOException {
        shop.orders(20, 9, "boot", "sock");
        Path file = folder.resolve("orders");
        IndexFile.write(file, GrowingIndex.of(log(shop), NOW).saved(null, BY_HAND));
        IndexFile.Saved loaded = IndexFile.read(file, shop.assortment());
        GrowingIndex growing = GrowingIndex.of(loaded);
        OrderLog later = new OrderLog(loaded.index().assortment());
        later.add(21, 0, NOW, "boot");
        later.add(21, 0, NOW, "hat");

        growing.add(later, NOW);

        int boot = growing.index().assortment().number("boot").orElseThrow();
        int hat = growing.index().assortment().number("hat").orElseThrow();
        assertThat(growing.index().products().orders(boot)).isEqualTo(21);
        assertThat(growing.index().products().together(boot, hat)).isEqualTo(1);
        assertThat(growing.saved(null, BY_HAND).lastOrder()).isEqualTo(21);
    }

    @Test
    void whatIsCountedAlreadyOrWasCancelledMeanwhileCountsRightly() throws IOException {
        shop.orders(20, 9, "boot", "sock");
        Path file = folder.resolve("orders");
        GrowingIndex before = GrowingIndex.of(log(shop), NOW);
        before.orderIs(21, List.of("boot", "hat"), NOW);
        before.orderIs(20, List.of("sock"), NOW);
        IndexFile.write(file, before.saved(null, BY_HAND));
        OrderLog again = new OrderLog(shop.assortment());
        again.add(19, 0, NOW.minus(Duration.ofDays(9)), "boot");
        again.add(19, 0, NOW.minus(Duration.ofDays(9)), "sock");
        again.add(21, 0, NOW, "boot");
        again.add(21, 0, NOW, "hat");

        GrowingIndex growing = GrowingIndex.of(IndexFile.read(file, shop.assortment()));
        growing.add(again, NOW);
        growing.takeOff(Set.of(1L, 21L, 99L));

        int boot = shop.assortment().number("boot").orElseThrow();
        int sock = shop.assortment().number("sock").orElseThrow();
        assertThat(growing.index().totals().get(Index.ORDERS)).isEqualTo(19);
        assertThat(growing.index().products().orders(boot)).isEqualTo(18);
        assertThat(growing.index().products().together(boot, sock)).isEqualTo(18);
        assertThat(growing.index().products().orders(sock)).isEqualTo(19);
    }

    @Test
    void anythingElseIsRefusedByOneLine() throws IOException {
        Path file = folder.resolve("orders");
        IndexFile.write(file, new GrowingIndex(shop.index()).saved(null, BY_HAND));
        byte[] whole = Files.readAllBytes(file);

        assertRefused(Arrays.copyOf(whole, whole.length - 9), "is cut short");
        assertRefused(Arrays.copyOf(whole, 5), "is no index of orders");
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        assertRefused(damaged, "checksum");
        byte[] other = whole.clone();
        other[Long.BYTES] = 9;
        assertRefused(other, "is of version 9");
        Files.write(file, whole);
        TestShop changed = new TestShop().sell("boot", "wear/boots", 95);
        assertThatThrownBy(() -> IndexFile.read(file, changed.assortment()))
                .isInstanceOf(SnapshotRefused.class)
                .hasMessageContaining("another catalogue");
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Path file = Files.write(folder.resolve("refused"), bytes);
        assertThatThrownBy(() -> IndexFile.read(file, shop.assortment()))
                .isInstanceOf(SnapshotRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    private static Ranker by(Index index, Lesson lesson) {
        return new Ranker(index.with(lesson.ridgeIn(index.assortment())), lesson.blend());
    }

    private static List<String> ranked(Ranker ranker, Situation situation) {
        return ranker.shortlist(situation).ranked(SuggestionList.GOES_WITH);
    }

    private static OrderLog log(TestShop shop) {
        OrderLog log = new OrderLog(shop.assortment());
        shop.lines().forEach(log::add);
        return log;
    }
}
