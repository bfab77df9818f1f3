package outfitter.server.evaluate;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code outfitter evaluate …}: the group of judgements. */
@Command(
        name = "evaluate",
        description = "Judges what the program learns, on files of yours.",
        mixinStandardHelpOptions = true,
        subcommands = {EvaluateLanguage.class, EvaluateNextItem.class, EvaluateCrossSell.class, EvaluateNextBasket.class
        })
public final class Evaluate implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
