package outfitter.server.bench;

import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.recommender.evaluation.SessionSpeed;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter bench recommend}. */
@Command(
        name = "recommend",
        description = "Measures how fast and how large the recommender's index of sessions is.",
        mixinStandardHelpOptions = true)
final class BenchRecommend implements Callable<Integer> {
    private static final int FEWEST = 1_000;
    private static final int MOST = 300_000_000;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Looks at products, made up; ${DEFAULT-VALUE} unless given.")
    private int events;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() throws Exception {
        Arguments.atLeast("--events", events, FEWEST);
        Arguments.atMost("--events", events, MOST);
        SessionSpeed.Figures figures = SessionSpeed.run(events, System.err::println);
        outcome.print(figures, words(figures));
        return 0;
    }

    private static String words(SessionSpeed.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                %d events in %d sessions of %d items, one thread:
                  one answer             %8.1f µs (half), %.1f µs (90 %%), %.1f µs (99 %%)
                  memory                 %8.1f bytes an event, %.1f of these the index
                  taken in               %8d events a second
                  file                   %8d bytes; written in %.2f s, loaded in %.2f s
                  followers counted anew %8.2f s\
                """,
                figures.events(),
                figures.sessions(),
                figures.items(),
                figures.p50Micros(),
                figures.p90Micros(),
                figures.p99Micros(),
                figures.bytesPerEvent(),
                figures.indexBytesPerEvent(),
                figures.eventsPerSecond(),
                figures.fileBytes(),
                figures.saveSeconds(),
                figures.loadSeconds(),
                figures.signalSeconds());
    }
}
