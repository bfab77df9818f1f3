package outfitter.server.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code outfitter bench …}: the group of measures. */
@Command(
        name = "bench",
        description = "Measures this machine with a server and a database of its own.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchTurns.class, BenchAssist.class, BenchIdle.class, BenchRecommend.class})
public final class Bench implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
