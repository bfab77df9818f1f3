package outfitter.server;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.server.backup.Backup;
import outfitter.server.backup.Move;
import outfitter.server.backup.Restore;
import outfitter.server.bench.Bench;
import outfitter.server.command.IndexCommand;
import outfitter.server.crash.Demo;
import outfitter.server.evaluate.Evaluate;
import outfitter.server.facts.KeyCommand;
import outfitter.server.http.Failures;
import outfitter.server.intake.ImportCommand;
import outfitter.server.staff.AccountCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code outfitter}; each subcommand is a class of its own. */
@Command(
        name = "outfitter",
        description = "A conversational commerce server.",
        mixinStandardHelpOptions = true,
        version = "outfitter 0.1",
        footer = "  check  Installs what the tests need and runs them all.",
        subcommands = {
            Serve.class, //
            AccountCommand.class,
            Bench.class,
            Evaluate.class,
            ImportCommand.class,
            IndexCommand.class,
            Demo.class,
            Backup.class,
            Restore.class,
            Move.class,
            KeyCommand.class
        })
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** Ends with 0 on success, 2 and one clear line for what the caller can mend, 1 for what broke. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((wrong, args) -> {
                    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
                    wrong.getCommandLine()
                            .getErr()
                            .println("outfitter: " + wrong.getMessage() + "; see " + name + " --help");
                    return WRONG_USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    Optional<StartFailure> start = startFailure(failure);
                    start.ifPresent(known -> command.getErr().println("outfitter: " + known.getMessage()));
                    if (start.isEmpty()) LOG.error("failed {}", Failures.describe(failure));
                    return start.isPresent() ? WRONG_USAGE : FAILED;
                });
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    private static Optional<StartFailure> startFailure(Throwable failure) {
        return failure instanceof StartFailure start ? Optional.of(start) : Optional.empty();
    }
}
