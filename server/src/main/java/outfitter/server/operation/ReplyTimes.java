package outfitter.server.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Advance;

/**
 * {@code outfitter_message_seconds}: from a message's arrival at the bot to its commit, by what became of it. A message
 * that the bot answered has its answer in the same commit, so that its time is the bot's time to reply. Thread-safe.
 */
public final class ReplyTimes {
    private enum Fate {
        ANSWERED,
        TAKEN,
        REPEATED
    }

    private final Map<Fate, Timer> timers = new EnumMap<>(Fate.class);

    public ReplyTimes(MeterRegistry registry) {
        for (Fate fate : Fate.values()) {
            timers.put(
                    fate,
                    Timer.builder("outfitter.message")
                            .description("A message's way from its arrival to its commit")
                            .tag("fate", fate.name().toLowerCase(Locale.ROOT))
                            .publishPercentiles(0.5, 0.99)
                            .register(registry));
        }
    }

    /** What {@code receive} gives, its time kept if it succeeds. */
    public Future<Advance> measured(Supplier<Future<Advance>> receive) {
        Timer.Sample started = Timer.start();
        return receive.get().onSuccess(done -> {
            Timer timer = timers.get(fate(done));
            if (timer != null) started.stop(timer);
        });
    }

    private static Fate fate(Advance advance) {
        return advance.match(
                done -> done.entries().stream().anyMatch(entry -> entry.body() instanceof EntryBody.BotMessage)
                        ? Fate.ANSWERED
                        : Fate.TAKEN,
                known -> Fate.REPEATED,
                nothing -> Fate.TAKEN);
    }
}
