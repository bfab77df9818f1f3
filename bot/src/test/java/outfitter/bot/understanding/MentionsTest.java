package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;

/** Products in what customers write, on an authored set of 200 texts, and how long it takes in a large shop. */
final class MentionsTest {
    private static final int LARGE = 5_000;
    private static final Catalogue DEMO = DemoWares.catalogue();
    private static final List<Case> CASES = DemoWares.rows("language/en/mentions.csv").stream()
            .map(MentionsTest::read)
            .toList();

    private record Case(String text, List<String> products) {}

    private static Case read(CSVRecord row) {
        String products = row.get("products");
        return new Case(row.get("text"), products.isEmpty() ? List.of() : List.of(products.split(";", -1)));
    }

    @Test
    void productsAreKnownHoweverTheyAreNamed() {
        SlotFinder finder = new SlotFinder("en", () -> DEMO);
        int right = 0;
        int single = 0;
        int offered = 0;
        int named = 0;
        int silent = 0;
        List<String> wrong = new ArrayList<>();
        for (Case each : CASES) {
            List<Mention> mentions = finder.in(each.text()).mentions();
            List<String> firsts = mentions.stream()
                    .map(mention -> mention.candidates().get(0).product())
                    .toList();
            boolean isRight = firsts.equals(each.products());
            if (isRight) right++;
            else wrong.add(each + " but " + mentions);
            if (each.products().isEmpty()) {
                silent += isRight ? 1 : 0;
                continue;
            }
            named++;
            single += isRight
                            && mentions.stream()
                                    .allMatch(mention -> mention.product().isPresent())
                    ? 1
                    : 0;
            List<String> all = mentions.stream()
                    .flatMap(mention -> mention.candidates().stream())
                    .map(Mention.Candidate::product)
                    .toList();
            offered += all.containsAll(each.products()) ? 1 : 0;
        }
        wrong.forEach(System.out::println);
        report("right first, of all " + CASES.size(), right, CASES.size());
        report("clear and right, of those that name something", single, named);
        report("among the candidates", offered, named);
        report("none where nothing is named", silent, CASES.size() - named);
        assertThat((double) right / CASES.size()).isGreaterThanOrEqualTo(0.92);
        assertThat((double) silent / (CASES.size() - named)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void fiveThousandProductsAreSearchedInAMomentToo() {
        Catalogue large = Catalogue.of(List.of(), large(), Map.of());
        SlotFinder finder = new SlotFinder("en", () -> large);
        ProductIndex index = new ProductIndex(large, Set.of());
        List<String> texts = new ArrayList<>();
        CASES.forEach(each -> texts.add(each.text()));
        large.products().stream()
                .limit(300)
                .forEach(product ->
                        texts.add("I lost my " + product.title() + " in the " + product.brand() + " colour"));
        for (int i = 0; i < 5; i++) texts.forEach(finder::in);
        // Of this thread's processor: what else the machine does at the moment is not to the point.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long[] micros = new long[texts.size() * 5];
        for (int i = 0; i < micros.length; i++) {
            String text = texts.get(i % texts.size());
            long began = clock.getCurrentThreadCpuTime();
            List<Mention> found = index.in(text);
            micros[i] = (clock.getCurrentThreadCpuTime() - began) / 1_000;
            assertThat(found).hasSizeLessThan(9);
        }
        Arrays.sort(micros);
        double p99 = micros[micros.length * 99 / 100] / 1000.0;

        System.out.printf(
                Locale.ROOT,
                "mentions: at %d products p50 %.2f ms, p99 %.2f ms%n",
                LARGE,
                micros[micros.length / 2] / 1000.0,
                p99);
        assertThat(p99).isLessThanOrEqualTo(3);
    }

    @Test
    void whereSeveralFitAlikeAllAreCandidates() {
        SlotFinder finder = new SlotFinder("en", () -> DEMO);

        SlotFinder.Found found = finder.in("is the lapwing in stock");

        assertThat(found.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.product()).isEmpty();
            assertThat(mention.candidates())
                    .extracting(Mention.Candidate::product)
                    .contains("lapwing-1", "lapwing-2", "lapwing-3");
        });
        assertThat(found.slots()).noneMatch(slot -> slot.name().equals(Slots.PRODUCT));
        assertThat(found.masked()).isEqualTo("is the  _product_  in stock");
    }

    @Test
    void aTitleThatIsSaidWordForWordLeavesNoDoubtWhatElseIsCalledAlike() {
        SlotFinder finder = new SlotFinder("en", () -> DEMO);

        SlotFinder.Found found = finder.in("is the Lapwing 2 Tent in stock, or the mudlarks");

        assertThat(found.mentions()).hasSize(2);
        assertThat(found.mentions().get(0).product()).contains("lapwing-2");
        assertThat(found.mentions().get(1).product()).contains("mudlark");
    }

    /** The demo shop's words combined anew, with a number here and there: as alike as a large shop's names are. */
    private static List<Product> large() {
        List<Product> some = DemoWares.products();
        Random dice = new Random(5);
        List<Product> all = new ArrayList<>(some);
        while (all.size() < LARGE) {
            Product one = some.get(dice.nextInt(some.size()));
            Product other = some.get(dice.nextInt(some.size()));
            String[] last = other.title().split(" ", -1);
            String title = one.title().split(" ", -1)[0] + " " + (dice.nextBoolean() ? last[0] + " " : "")
                    + (dice.nextInt(3) == 0 ? dice.nextInt(90) + " " : "") + last[last.length - 1];
            all.add(DemoWares.product(
                    "p" + all.size(), title, other.brand(), "none", other.tags(), List.of("Moss", "Ink blue")));
        }
        return all;
    }

    private static void report(String what, int part, int all) {
        System.out.printf(Locale.ROOT, "mentions: %s %.3f (%d of %d)%n", what, (double) part / all, part, all);
    }
}
