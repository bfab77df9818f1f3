package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import outfitter.bot.routine.Routines;
import outfitter.models.shop.Catalogue;

/** Two matters in one message: on an authored set of 60, and on messages that hold one, where a cut is a mistake. */
final class TwoMattersTest {
    private static final Catalogue DEMO = DemoWares.catalogue();
    private static final ShopUnderstander UNDERSTANDER =
            ShopUnderstander.of("en", Routines.intents(), () -> DEMO, Means.SENTENCES);

    @Test
    void twoMattersAreSeenMoreOftenThanNotAndRightly() {
        int cut = 0;
        int right = 0;
        List<CSVRecord> cases = DemoWares.rows("language/en/two-matters.csv");
        List<String> missed = new ArrayList<>();
        for (CSVRecord each : cases) {
            List<String> seen = UNDERSTANDER.understand(List.of(each.get("text"))).matters().stream()
                    .map(matter -> matter.best().intent())
                    .toList();
            boolean both = seen.size() == 2
                    && isOneOf(each.get("first"), seen.get(0))
                    && isOneOf(each.get("second"), seen.get(1));
            cut += seen.size() == 2 ? 1 : 0;
            right += both ? 1 : 0;
            if (!both) missed.add(each.get("text") + " " + seen);
        }
        missed.forEach(System.out::println);
        report("cut", cut, cases.size());
        report("cut, and both right", right, cases.size());
        assertThat((double) right / cases.size()).isGreaterThan(0.5);
        assertThat((double) right / cut).isGreaterThan(0.9);
    }

    @Test
    void oneMatterIsHardlyEverCut() {
        List<String> single = Stream.of("language/en/held-out.csv", "language/en/mentions.csv")
                .flatMap(set -> DemoWares.rows(set).stream())
                .map(row -> row.get("text"))
                .toList();
        List<String> wrongly = single.stream()
                .filter(text ->
                        !UNDERSTANDER.understand(List.of(text)).matters().isEmpty())
                .toList();
        report("one matter cut in two", wrongly.size(), single.size());

        assertThat((double) wrongly.size() / single.size()).isLessThan(0.03);
    }

    @Test
    void eachMatterHasItsOwnValuesAndBothHaveTheProof() {
        Understanding heard = UNDERSTANDER.understand(
                List.of("Where is my order OF-104233, and do you have the granite peak mid in size 9? LA22 9DF"));

        assertThat(heard.matters()).hasSize(2);
        assertThat(heard.matters().get(0).slots())
                .containsEntry(Slots.ORDER, "OF-104233")
                .containsEntry(Slots.POSTCODE, "LA22 9DF")
                .doesNotContainKey(Slots.SIZE);
        assertThat(heard.matters().get(1).slots()).containsEntry(Slots.SIZE, "9");
        assertThat(heard.matters().get(1).products()).containsExactly("granite-peak-mid");
    }

    private static boolean isOneOf(String right, String seen) {
        return List.of(right.split("/", -1)).contains(seen);
    }

    private static void report(String what, int part, int all) {
        System.out.printf(Locale.ROOT, "two matters: %s %.3f (%d of %d)%n", what, (double) part / all, part, all);
    }
}
