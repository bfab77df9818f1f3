package outfitter.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code outfitter}: each subcommand is a class of its own. */
@Command(name = "outfitter", description = "A conversational commerce server.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
