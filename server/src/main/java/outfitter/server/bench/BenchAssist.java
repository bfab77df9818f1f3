package outfitter.server.bench;

import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outfitter bench assist}. */
@Command(
        name = "assist",
        description = "Measures how soon after a customer's message an agent has refreshed suggestions.",
        mixinStandardHelpOptions = true)
final class BenchAssist implements Callable<Integer> {
    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "Messages a second, ${DEFAULT-VALUE} unless given.")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long to measure after the first 200 messages, ${DEFAULT-VALUE} unless given.")
    private int seconds;

    @Mixin
    private Outcome outcome = new Outcome();

    @Override
    public Integer call() throws Exception {
        Arguments.atLeast("--rate", rate, 1);
        Arguments.atLeast("--seconds", seconds, 1);
        AssistBench.Figures figures = AssistBench.run(rate, seconds);
        outcome.print(figures, words(figures));
        return figures.missing() == 0 ? 0 : 1;
    }

    private static String words(AssistBench.Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                A customer's message until the agent has refreshed suggestions, at %.1f a second in %d conversations:
                  half within             %8.2f ms
                  99 %% within             %8.2f ms   (the whole panel: %.2f ms)
                  right after the start   %8.2f ms, 99 %% within %.2f ms   (the first %d)
                The bare limit at that rate, a WebSocket's text committed and back:
                  half within             %8.2f ms, 99 %% within %.2f ms
                Server and PostgreSQL kept %.2f processors busy; %d of %d messages had no suggestions.""",
                figures.perSecond(),
                figures.conversations(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.panelP99Millis(),
                figures.coldP50Millis(),
                figures.coldP99Millis(),
                AssistBench.COLD,
                figures.limitP50Millis(),
                figures.limitP99Millis(),
                figures.cores(),
                figures.missing(),
                figures.messages());
    }
}
