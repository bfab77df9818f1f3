package outfitter.server.crash;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code outfitter demo …}: what one should see to believe it. */
@Command(
        name = "demo",
        description = "Shows what is promised, with data of its own.",
        mixinStandardHelpOptions = true,
        subcommands = CrashDemo.class)
public final class Demo implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
