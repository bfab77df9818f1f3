package outfitter.recommender.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.demo.DemoData;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.OrderedLine;
import outfitter.recommender.training.IndexBuilder;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.training.Lessons;
import outfitter.recommender.training.OrderLog;

/** On the demo shop's own orders, split in time: the first nine tenths are known, the last tenth is to be guessed. */
class DemoShopQualityTest {
    private static final Logger LOG = LoggerFactory.getLogger(DemoShopQualityTest.class);
    // Work, not waiting: the tests share their processors with others.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-03-14T10:00:00Z");
    private static final int LOOKED_AT = 10;

    private final List<OrderedLine> lines = DemoData.orderLog(NOW);
    private final Assortment assortment = Assortment.of(DemoData.catalogue(NOW));
    private final Instant split = lines.get(lines.size() * 9 / 10).at();
    private final Index index = known(split);
    private final Ranker ranker = new Ranker(index);
    private final Lesson lesson = Lessons.learn(log(split), split);
    private final Ranker trained = new Ranker(index.with(lesson.ridgeIn(assortment)), lesson.blend());

    @Test
    void whatElseIsOrderedIsGuessedFarBetterThanByPopularity() {
        List<String> popular = popular();
        Random random = new Random(11);
        int guesses = 0;
        int hits = 0;
        int untrainedHits = 0;
        int popularHits = 0;
        for (Set<String> order : laterOrders()) {
            for (String anchor : order) {
                List<String> others = new ArrayList<>(order);
                others.remove(anchor);
                String wanted = others.get(random.nextInt(others.size()));
                guesses++;
                if (goesWith(trained, anchor).contains(wanted)) hits++;
                if (goesWith(ranker, anchor).contains(wanted)) untrainedHits++;
                if (popular.stream()
                        .filter(each -> !each.equals(anchor))
                        .limit(LOOKED_AT)
                        .toList()
                        .contains(wanted)) {
                    popularHits++;
                }
            }
        }

        LOG.info(
                "hit rate in ten guesses={} blend={} co-purchase={} popularity={} {}",
                guesses,
                hits / (double) guesses,
                untrainedHits / (double) guesses,
                popularHits / (double) guesses,
                lesson.verdict());
        assertThat(guesses).isGreaterThan(1_000);
        assertThat(hits).isGreaterThan(2 * popularHits);
        assertThat(lesson.accepted()).isTrue();
        assertThat(hits).isGreaterThanOrEqualTo(untrainedHits);
    }

    @Test
    void fifteenThousandOrdersAreCountedInASecond() {
        known(NOW); // once to warm up, as a server that imports again would be

        long began = THREADS.getCurrentThreadCpuTime();
        Index whole = known(NOW);
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began);

        LOG.info("index of {} orders built in {} ms of CPU", whole.totals().get(Index.ORDERS), taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Tag("alone")
    void aQuestionTakesAMillisecondAtMost() {
        List<Situation> situations =
                laterOrders().stream().map(this::richSituation).limit(500).toList();
        situations.forEach(trained::shortlist);

        long[] nanos = situations.stream().mapToLong(this::timed).sorted().toArray();

        LOG.info(
                "question with ten purchases p50={} us p90={} us p99={} us",
                nanos[nanos.length / 2] / 1_000,
                nanos[nanos.length * 9 / 10] / 1_000,
                nanos[nanos.length * 99 / 100] / 1_000);
        assertThat(nanos[nanos.length / 2]).isLessThan(1_000_000);
    }

    private long timed(Situation situation) {
        long began = THREADS.getCurrentThreadCpuTime();
        trained.shortlist(situation);
        return THREADS.getCurrentThreadCpuTime() - began;
    }

    /** Somebody who ordered ten things lately, has some in the cart, and speaks of two. */
    private Situation richSituation(Set<String> order) {
        List<String> products = List.copyOf(order);
        List<Situation.Purchase> bought = IntStream.range(0, 10)
                .mapToObj(i -> new Situation.Purchase(assortment.id(i * 20), NOW.minus(Duration.ofDays(30L * i))))
                .toList();
        return new Situation(
                products.subList(0, 2),
                products.subList(1, products.size()),
                bought,
                Set.of(),
                Set.of(),
                Map.of(),
                NOW);
    }

    private Index known(Instant until) {
        return IndexBuilder.build(log(until), until);
    }

    private OrderLog log(Instant until) {
        OrderLog log = new OrderLog(assortment);
        lines.stream().filter(line -> line.at().isBefore(until)).forEach(log::add);
        return log;
    }

    private List<Set<String>> laterOrders() {
        Map<Long, Set<String>> orders = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.at().isBefore(split))
                .forEach(line -> orders.computeIfAbsent(line.order(), any -> new LinkedHashSet<>())
                        .add(line.product()));
        return orders.values().stream().filter(order -> order.size() > 1).toList();
    }

    private List<String> goesWith(Ranker by, String anchor) {
        List<String> ranked =
                by.shortlist(Situation.lookingAt(List.of(anchor), split)).ranked(SuggestionList.GOES_WITH);
        return ranked.subList(0, Math.min(LOOKED_AT, ranked.size()));
    }

    private List<String> popular() {
        Integer[] numbers = IntStream.range(0, assortment.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(numbers, Collections.reverseOrder(Comparator.comparingDouble(index.products()::weight)));
        return Arrays.stream(numbers).limit(LOOKED_AT + 1).map(assortment::id).toList();
    }
}
