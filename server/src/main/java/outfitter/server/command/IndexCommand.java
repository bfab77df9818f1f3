package outfitter.server.command;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import outfitter.models.shop.Catalogues;
import outfitter.models.shop.CurrentCatalogue;
import outfitter.recommender.Recommender;
import outfitter.recommender.training.Lesson;
import outfitter.server.ServerConfig;
import outfitter.server.postgres.Database;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code outfitter index build}: what the recommender counts and learns, in a process of its own. */
@Command(
        name = "index",
        description = "The recommender's index of what was ordered with what.",
        mixinStandardHelpOptions = true,
        subcommands = IndexCommand.Build.class)
public final class IndexCommand implements Callable<Integer> {
    private static final int WRONG_USAGE = 2;

    /** Where the server of {@code config} keeps it. */
    public static Path file(ServerConfig config) {
        return config.data().resolve("index").resolve("orders.index");
    }

    @Override
    public Integer call() {
        System.err.println("outfitter: say what to do with the index: build");
        return WRONG_USAGE;
    }

    /** Counts, learns and saves. */
    @Command(
            name = "build",
            description = "Counts all orders, learns how to rank, and saves both for the server's next start.",
            mixinStandardHelpOptions = true)
    static final class Build implements Callable<Integer> {
        @Mixin
        private ShopData data = new ShopData();

        @Mixin
        private Outcome outcome = new Outcome();

        /** What came out; {@code accepted} is whether the blend of all signals is used. */
        record Figures(
                long orders,
                int choices,
                boolean accepted,
                double blendHr10,
                double bestSignalHr10,
                String bestSignal,
                double seconds,
                String file) {}

        @Override
        public Integer call() throws Exception {
            Path file = file(data.config());
            Postgres postgres = data.open();
            try {
                Figures figures = build(postgres, file);
                outcome.print(figures, words(figures));
                return 0;
            } finally {
                postgres.close();
            }
        }

        private static Figures build(Postgres postgres, Path file) throws Exception {
            long began = System.nanoTime();
            Vertx vertx = Vertx.vertx();
            Database database = new Database(vertx, postgres);
            try {
                CurrentCatalogue catalogue = new CurrentCatalogue(new Catalogues(database.pool()));
                Recommender recommender = new Recommender(vertx, database.pool(), catalogue, file, Clock.systemUTC());
                Future<Lesson> learned = catalogue.reload().compose(loaded -> recommender.refresh());
                Lesson lesson =
                        learned.toCompletionStage().toCompletableFuture().get();
                return new Figures(
                        recommender.orders(),
                        lesson.choices(),
                        lesson.accepted(),
                        lesson.learned().hits(),
                        lesson.alone().hits(),
                        lesson.signal(),
                        (System.nanoTime() - began) / 1e9,
                        file.toString());
            } finally {
                database.close()
                        .eventually(vertx::close)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
        }

        private static String words(Figures figures) {
            return "%,d orders counted, %,d choices learned from, in %.1f s: %s%nthe blend of all signals is %s: it found %.3f of what was held out among ten, the best signal (%s) %.3f"
                    .formatted(
                            figures.orders(),
                            figures.choices(),
                            figures.seconds(),
                            figures.file(),
                            figures.accepted() ? "used" : "refused",
                            figures.blendHr10(),
                            figures.bestSignal(),
                            figures.bestSignalHr10());
        }
    }
}
