package outfitter.server.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import outfitter.server.StartFailure;
import outfitter.server.bench.ServerProcess;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code outfitter demo crash}: a server and a database of its own are killed amid customers' messages, first the one, then
 * the other, then both at once; the customers go on, and what was acknowledged is counted.
 */
@Command(
        name = "crash",
        description = "Kills a server and a database of its own amid chats, and counts what is left.",
        mixinStandardHelpOptions = true)
final class CrashDemo implements Callable<Integer> {
    private static final int MESSAGES = 10;
    private static final long GLANCE_MILLIS = 500;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many chat, ${DEFAULT-VALUE} unless given.")
    private int customers;

    @Mixin
    private Outcome outcome = new Outcome();

    private final Chats chats = new Chats();
    private volatile String doing = "customers arrive";

    @Override
    public Integer call() throws Exception {
        if (customers < 1) throw new StartFailure("--customers: must be at least 1");
        Path directory = Files.createTempDirectory("outfitter-crash");
        Stage stage = new Stage(directory, ServerProcess.ownOptions());
        Thread atExit = new Thread(stage::clear, "crash-end");
        Runtime.getRuntime().addShutdownHook(atExit);
        try (chats) {
            Chats.Account account = play(stage);
            outcome.print(
                    account,
                    String.format(
                            Locale.ROOT,
                            "acknowledged %d, found %d, twice %d   (%d requests were sent again)",
                            account.acknowledged(),
                            account.found(),
                            account.twice(),
                            account.repeated()));
            return account.isRight() ? 0 : 1;
        } finally {
            Runtime.getRuntime().removeShutdownHook(atExit);
            stage.clear();
        }
    }

    private Chats.Account play(Stage stage) throws Exception {
        Thread progress = new Thread(this::tell, "progress");
        progress.setDaemon(true);
        say("starting a server and a database of its own");
        chats.at(stage.start());
        chats.arrive(customers);
        int all = customers * MESSAGES;
        chats.start(MESSAGES);
        progress.start();
        doing = "chatting";
        chats.await(all / 4);
        say("kill -9 of the server");
        stage.killServer();
        doing = "the server is away";
        chats.at(stage.start());
        say("the server is back");
        doing = "chatting";
        chats.await(all / 2);
        say("kill -9 of PostgreSQL, all its processes");
        stage.killDatabase();
        chats.await(all * 3 / 4);
        say("kill -9 of both");
        stage.killBoth();
        doing = "both are away";
        chats.at(stage.start());
        say("both are back");
        doing = "chatting";
        chats.awaitEnd();
        progress.interrupt();
        say("everybody has said everything; reading it all back");
        return chats.account();
    }

    private void tell() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
                say("of " + customers * MESSAGES + " acknowledged, " + doing);
            }
        } catch (InterruptedException over) {
            // Everybody has said everything.
        }
    }

    private void say(String event) {
        System.err.println(String.format(Locale.ROOT, "%7d  %s", chats.acknowledged(), event));
    }
}
