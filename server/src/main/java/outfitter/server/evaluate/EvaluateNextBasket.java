package outfitter.server.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.recommender.evaluation.NextBasket;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter evaluate next-basket}. */
@Command(
        name = "next-basket",
        description = "Guesses each customer's last order by all orders before.",
        mixinStandardHelpOptions = true)
final class EvaluateNextBasket implements Callable<Integer> {
    @Option(
            names = "--orders",
            paramLabel = "FILE",
            required = true,
            description = "CSV with order, ordered_at, customer, sku; .gz accepted.")
    private Path orders = Path.of("");

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        NextBasket.Figures figures = Measure.run(news -> NextBasket.run(orders, news));
        outcome.print(figures, words(figures));
        return 0;
    }

    private static String words(NextBasket.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                The last order of %d customers, by ten guesses:
                                             recall@10    NDCG@10    any of the ten
                  %-24s   %.4f       %.4f     %.4f
                  own frequency              %.4f       %.4f     %.4f
                  popularity                 %.4f
                Learned in %.1f s.\
                """,
                figures.customers(),
                figures.blended() ? "the blend" : "the best signal alone",
                figures.recall10(),
                figures.ndcg10(),
                figures.phr10(),
                figures.baselineRecall10(),
                figures.baselineNdcg10(),
                figures.baselinePhr10(),
                figures.popularityRecall10(),
                figures.trainSeconds());
    }
}
