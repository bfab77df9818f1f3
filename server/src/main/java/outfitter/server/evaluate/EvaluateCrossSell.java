package outfitter.server.evaluate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.recommender.evaluation.CrossSell;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code outfitter evaluate cross-sell}. */
@Command(
        name = "cross-sell",
        description = "Guesses what else is in an order; learns from the orders before a date.",
        mixinStandardHelpOptions = true)
final class EvaluateCrossSell implements Callable<Integer> {
    @Option(
            names = "--orders",
            paramLabel = "FILE",
            required = true,
            description =
                    "CSV with order, ordered_at, sku, and where known customer, title, unit_price, quantity; .gz accepted.")
    private Path orders = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            converter = DayConverter.class,
            description = "Orders from this day on are asked about, like 2011-11-10.")
    private LocalDate from = LocalDate.EPOCH;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        CrossSell.Figures figures = Measure.run(news -> CrossSell.run(orders, from, news));
        outcome.print(figures, words(figures));
        return 0;
    }

    static final class DayConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a day like 2011-11-10");
            }
        }
    }

    private static String words(CrossSell.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                What else is in the order, %d orders, every order counting the same:
                  one product given          HR@10     any of the ten
                  the blend                  %.4f    %.4f
                  decayed confidence         %.4f    %.4f
                  popularity                 %.4f    %.4f
                  without its history        %.4f    (%.2f of what known history reaches)
                  all products given but one HR@10     MRR@20
                  the blend                  %.4f    %.4f
                  ridge table                %.4f    %.4f
                  popularity                 %.4f    %.4f
                %.2f of the products go with some product. Learned in %.1f s.\
                """,
                figures.orders(),
                figures.anchorHr10(),
                figures.anchorAny10(),
                figures.confidenceHr10(),
                figures.confidenceAny10(),
                figures.popularityHr10(),
                figures.popularityAny10(),
                figures.coldHr10(),
                figures.coldShare(),
                figures.cartHr10(),
                figures.cartMrr20(),
                figures.ridgeCartHr10(),
                figures.ridgeCartMrr20(),
                figures.popularityCartHr10(),
                figures.popularityCartMrr20(),
                figures.coverage(),
                figures.trainSeconds());
    }
}
