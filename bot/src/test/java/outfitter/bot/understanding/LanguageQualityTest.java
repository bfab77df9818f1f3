package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outfitter.bot.routine.Routines;
import outfitter.models.conversation.EntryBody.Reading;
import outfitter.models.shop.Catalogue;

/** How well the language is understood, measured on utterances that the measured model did not see. */
final class LanguageQualityTest {
    private static final int FOLDS = 3;
    private static final double SURE = 0.6;
    private static final List<Judged> JUDGED = new ArrayList<>();

    private record Judged(Utterance utterance, List<Reading> readings) {
        Reading best() {
            return readings.get(0);
        }

        boolean right() {
            return best().intent().equals(utterance.intent());
        }

        boolean unknown() {
            return utterance.intent().equals(Intents.NONE);
        }
    }

    @BeforeAll
    static void judge() {
        List<Utterance> all = LanguageTrainer.shuffled(
                Utterances.read("en", Routines.intents().stream().sorted().toList()));
        LanguageTrainer trainer = new LanguageTrainer("en");
        List<LanguageModel> models = new ArrayList<>();
        List<List<LanguageTrainer.Seen>> seen = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            models.add(trainer.weigh(LanguageTrainer.fold(all, fold, FOLDS, false), 1));
            seen.add(LanguageTrainer.judge(models.get(fold), LanguageTrainer.fold(all, fold, FOLDS, true)));
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            // Neither weights nor temperature have seen what they are judged by.
            List<LanguageTrainer.Seen> others = new ArrayList<>();
            for (int other = 0; other < FOLDS; other++) if (other != fold) others.addAll(seen.get(other));
            LanguageModel model = models.get(fold).at(LanguageTrainer.temperature(others));
            for (Utterance each : LanguageTrainer.fold(all, fold, FOLDS, true)) {
                JUDGED.add(new Judged(each, model.read(each.text())));
            }
        }
    }

    @Test
    void mostMattersAreUnderstood() {
        double accuracy = share(JUDGED.stream().filter(each -> !each.unknown()).toList());

        report("in-scope accuracy", accuracy);
        assertThat(accuracy).isGreaterThan(0.80);
    }

    @Test
    void mostOfWhatIsNoneOfOursIsKnownToBe() {
        double recall = share(JUDGED.stream().filter(Judged::unknown).toList());

        report("unknown recall", recall);
        assertThat(recall).isGreaterThan(0.76);
    }

    @Test
    void whatIsActedUponIsMostlyRight() {
        List<Judged> sure = JUDGED.stream()
                .filter(each -> each.best().probability() >= SURE
                        && !each.best().intent().equals(Intents.NONE))
                .toList();

        report("acted upon, right", share(sure));
        assertThat(share(sure)).isGreaterThan(0.88);
    }

    @Test
    void probabilitiesAreTrue() {
        double[] sum = new double[10];
        double[] right = new double[10];
        for (Judged each : JUDGED) {
            int bin = Math.min(9, (int) (each.best().probability() * 10));
            sum[bin] += each.best().probability();
            right[bin] += each.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) error += Math.abs(sum[bin] - right[bin]) / JUDGED.size();

        report("calibration error", error);
        assertThat(error).isLessThan(0.05);
    }

    @Test
    void messagesWrittenAfterwardsAreUnderstoodToo() {
        ShopUnderstander understander = ShopUnderstander.of("en", Routines.intents(), () -> Catalogue.EMPTY);
        List<Judged> fresh = heldOut().stream()
                .map(each -> new Judged(
                        each, understander.understand(List.of(each.text())).readings()))
                .toList();

        report(
                "held-out in scope",
                share(fresh.stream().filter(each -> !each.unknown()).toList()));
        report("held-out unknown", share(fresh.stream().filter(Judged::unknown).toList()));
        assertThat(share(fresh)).isGreaterThan(0.78);
    }

    private static List<Utterance> heldOut() {
        CSVFormat table = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in =
                LanguageQualityTest.class.getClassLoader().getResourceAsStream("language/en/held-out.csv")) {
            return table.parse(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)).stream()
                    .map(row -> new Utterance(row.get("text"), row.get("intent")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double share(List<Judged> judged) {
        return judged.stream().filter(Judged::right).count() / (double) judged.size();
    }

    private static void report(String what, double figure) {
        System.out.printf(Locale.ROOT, "language: %s %.3f%n", what, figure);
    }
}
