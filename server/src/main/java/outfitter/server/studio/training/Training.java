package outfitter.server.studio.training;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import outfitter.bot.routine.Routines;
import outfitter.bot.training.Hearing;
import outfitter.bot.training.TrainingRoom;
import outfitter.bot.training.UtteranceLog;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.TrainedLanguage;
import outfitter.models.account.Account;
import outfitter.models.language.HeardUtterances;
import outfitter.models.language.LanguageVersions;
import outfitter.server.http.Api;
import outfitter.server.postgres.Notifications;

/** The training room put together: what it hears, what it reads with, its routes. */
public final class Training {
    private final TrainingRoom room;
    private final UtteranceLog log;
    private final Notifications changed;
    private final MessageRoutes messages;
    private final ModelRoutes model;

    private Training(
            Vertx vertx,
            Pool db,
            Supplier<PgConnectOptions> connect,
            TrainingRoom room,
            String language,
            MeterRegistry registry,
            Clock clock,
            Function<RoutingContext, Account> signedIn) {
        this.room = room;
        HeardUtterances heard = new HeardUtterances(db);
        log = new UtteranceLog(vertx, clock, language, heard, room::version);
        changed = new Notifications(vertx, connect, LanguageVersions.CHANNEL, told -> room.follow(), room::follow);
        messages = new MessageRoutes(heard, room.intents(), language, clock, signedIn);
        model = new ModelRoutes(room, db, clock, signedIn);
        FunctionCounter.builder("outfitter.utterances.dropped", log, UtteranceLog::dropped)
                .description("What customers wrote and was not kept to learn from, because too much came at once")
                .register(registry);
    }

    /** The room of {@code language}, reading with what is live; {@code connect} is where PostgreSQL answers now. */
    public static Future<Training> open(
            Vertx vertx,
            Pool db,
            Supplier<PgConnectOptions> connect,
            String language,
            Means means,
            MeterRegistry registry,
            Clock clock,
            Function<RoutingContext, Account> signedIn) {
        return vertx.executeBlocking(() -> new TrainingRoom(vertx, db, clock, language, Routines.intents(), means))
                .map(room -> new Training(vertx, db, connect, room, language, registry, clock, signedIn))
                .compose(training -> training.room
                        .follow()
                        .compose(followed -> training.changed.start())
                        .map(listening -> training));
    }

    /** What the bot reads with now. */
    public TrainedLanguage language() {
        return room.language();
    }

    /** Tells {@code speaker} what to read with, now and whenever that changes. */
    public void teach(Consumer<TrainedLanguage> speaker) {
        room.teach(speaker);
    }

    /** Keeps what customers wrote. */
    public Consumer<Hearing> ear() {
        return log::heard;
    }

    public void mount(Api api) {
        messages.mount(api);
        model.mount(api);
    }

    /** Keeps what still waits, and ends. */
    public Future<?> close() {
        return Future.join(log.close(), changed.close(), room.close());
    }
}
