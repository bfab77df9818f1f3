package outfitter.server.bench;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import outfitter.server.command.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code outfitter bench idle}: what a visitor costs who has the chat open and says nothing, as the growth of the server's
 * memory that is in use: heap, buffers and everything else that its process holds. The heap is touched before, by visitors
 * who come and go, so that its first growth is not counted as theirs.
 */
@Command(
        name = "idle",
        description = "Measures the memory that a visitor costs who only has the chat open.",
        mixinStandardHelpOptions = true)
final class BenchIdle implements Callable<Integer> {
    private static final int AT_ONCE = 50;
    private static final int NETWORK = 2_500;
    private static final int SETTLE_SECONDS = 2;
    private static final double KIBIBYTE = 1_024;

    @Option(
            names = "--visitors",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many look on, ${DEFAULT-VALUE} unless given.")
    private int visitors;

    @Mixin
    private Outcome outcome = new Outcome();

    /**
     * What came out.
     *
     * @param kibPerVisitor growth of the live heap and of what the process holds beside it, for each of them
     */
    record Figures(int visitors, double kibPerVisitor, double heapKibPerVisitor) {}

    /** What the server holds at a moment; the heap's pages are all touched by then, so that the rest grows by itself. */
    private record Held(long heap, long resident) {
        static Held by(BenchShop shop) throws IOException, InterruptedException {
            return new Held(shop.liveHeapBytes(), shop.residentBytes());
        }
    }

    private static Figures figures(Held before, Held after, int visitors) {
        double heap = (after.heap() - before.heap()) / KIBIBYTE / visitors;
        double beside = Math.max(0, after.resident() - before.resident()) / KIBIBYTE / visitors;
        return new Figures(visitors, Math.round((heap + beside) * 10) / 10.0, Math.round(heap * 10) / 10.0);
    }

    @Override
    public Integer call() throws Exception {
        Arguments.atLeast("--visitors", visitors, 100);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try (BenchShop shop = BenchShop.open()) {
            open(vertx, shop, visitors / 4, 100).forEach(ChatCustomer::leave);
            vertx.timer(SETTLE_SECONDS, SECONDS).await();
            Held before = Held.by(shop);
            List<ChatCustomer> all = open(vertx, shop, visitors, 1);
            vertx.timer(SETTLE_SECONDS, SECONDS).await();
            Held after = Held.by(shop);
            Figures figures = figures(before, after, all.size());
            outcome.print(
                    figures,
                    String.format(
                            Locale.ROOT,
                            "%d visitors with the chat open: %.1f KiB each, %.1f of them heap",
                            figures.visitors(),
                            figures.kibPerVisitor(),
                            figures.heapKibPerVisitor()));
            return 0;
        } finally {
            vertx.close().await(1, MINUTES);
        }
    }

    // As one network may not have that many tokens in a minute, they call from several of this machine's own addresses.
    private static List<ChatCustomer> open(Vertx vertx, BenchShop shop, int count, int firstNetwork) throws Exception {
        List<ChatCustomer> all = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            if (from % NETWORK == 0)
                lines.add(new Line(vertx, vertx.getOrCreateContext(), firstNetwork + lines.size()));
            Line line = lines.get(lines.size() - 1);
            int group = Math.min(AT_ONCE, count - from);
            all.addAll(line.await(() -> some(line, shop.port(), group)));
        }
        return all;
    }

    private static Future<List<ChatCustomer>> some(Line line, int port, int count) {
        List<Future<ChatCustomer>> arriving = new ArrayList<>();
        for (int i = 0; i < count; i++) arriving.add(ChatCustomer.arrive(line, port, null));
        return Future.all(arriving)
                .map(all -> arriving.stream().map(Future::result).toList());
    }
}
