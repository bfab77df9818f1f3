package outfitter.server.bench;

import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter bench turns}. */
@Command(
        name = "turns",
        description = "Measures what a turn costs, from the customer's socket to the commit and back.",
        mixinStandardHelpOptions = true)
final class BenchTurns implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each of the stretches is measured, ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many have the chat open, ${DEFAULT-VALUE} unless given.")
    private int customers;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() throws Exception {
        Arguments.atLeast("--seconds", seconds, 1);
        Arguments.atLeast("--customers", customers, 1);
        TurnsBench.Figures figures = TurnsBench.run(seconds, customers);
        outcome.print(figures, words(figures));
        return figures.lost() == 0 && figures.duplicated() == 0 ? 0 : 1;
    }

    private static String words(TurnsBench.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                For a second of processor time, of server and PostgreSQL together:
                  bare grouped commits    %8.0f   (WebSocket in, commit, back; %.2f ms, 99 %% within %.2f ms)
                  turns                   %8.0f   (60 held by a person : 25 buttons pressed)
                  that is                 %8.3f   of the bare limit; PostgreSQL takes %.2f of a turn
                  free texts              %8.0f   (understanding alone could do %.0f)
                All kinds together: %.0f a second, half within %.2f ms, 99 %% within %.2f ms.
                Acknowledged %d, lost %d, duplicated %d, refused %d.""",
                figures.limitPerCore(),
                figures.limitP50Millis(),
                figures.limitP99Millis(),
                figures.turnsPerCore(),
                figures.ratio(),
                figures.postgresShare(),
                figures.understoodPerCore(),
                figures.vectorLimitPerCore(),
                figures.turnsPerSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.acknowledged(),
                figures.lost(),
                figures.duplicated(),
                figures.refused());
    }
}
