package outfitter.server.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.recommender.evaluation.NextItem;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter evaluate next-item}. */
@Command(
        name = "next-item",
        description = "Guesses what is looked at next in a session; learns from --train alone.",
        mixinStandardHelpOptions = true)
final class EvaluateNextItem implements Callable<Integer> {
    @Option(
            names = "--train",
            paramLabel = "FILE",
            required = true,
            description = "One session a line, item ids with spaces between, oldest first; .gz accepted.")
    private Path train = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "FILE",
            required = true,
            description = "One beginning of a session a line, '|', and the item that came next.")
    private Path test = Path.of("");

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() {
        NextItem.Figures figures = Measure.run(news -> NextItem.run(train, test, news));
        outcome.print(figures, words(figures));
        return 0;
    }

    private static String words(NextItem.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                What is looked at next, %d beginnings of sessions, items looked at before included:
                                             HR@20    MRR@20
                  %-24s    %.4f    %.4f   (HR@10 %.4f, MRR@10 %.4f)
                  items of the session       %.4f    %.4f
                  popularity                 %.4f    %.4f
                On what was held out of --train: the blend finds %.4f, its best signal alone %.4f.
                One answer takes %.1f µs (half), %.1f µs (90 %%), %.1f µs (99 %%) on one thread.
                %d events of %d items in %.1f bytes each, %.1f of these the index; %d events a second; learned in %.1f s.\
                """,
                figures.prefixes(),
                figures.blended() ? "the blend" : "the best signal alone",
                figures.hr20(),
                figures.mrr20(),
                figures.hr10(),
                figures.mrr10(),
                figures.sessionItemsHr20(),
                figures.sessionItemsMrr20(),
                figures.popularityHr20(),
                figures.popularityMrr20(),
                figures.heldOutBlend(),
                figures.heldOutBestSignal(),
                figures.p50Micros(),
                figures.p90Micros(),
                figures.p99Micros(),
                figures.events(),
                figures.items(),
                figures.bytesPerEvent(),
                figures.indexBytesPerEvent(),
                figures.eventsPerSecond(),
                figures.trainSeconds());
    }
}
