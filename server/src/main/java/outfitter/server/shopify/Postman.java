package outfitter.server.shopify;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.inbox.Delivery;
import outfitter.models.inbox.ForeignName;
import outfitter.models.inbox.ForeignNames;
import outfitter.models.inbox.Inbox;
import outfitter.models.inbox.Settlement;
import outfitter.models.intake.Fact;
import outfitter.models.intake.Intake;
import outfitter.server.http.Failures;

/**
 * Takes deliveries from the inbox to the intake, one group after another. A group that a kill interrupts is handed out again
 * and changes nothing that was changed already. What makes no sense is set aside with the reason and never keeps the rest; what
 * speaks of something unknown waits for its name. Everything runs on one context; {@link #wake} may be called from any thread.
 */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int GROUP = 250;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final Duration NEXT_TRY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final Vertx vertx;
    private final Context context;
    private final Inbox inbox;
    private final ForeignNames names;
    private final Intake intake;
    private final Duties duties;
    private final String currency;
    private final Clock clock;
    private final List<Long> timers = new ArrayList<>();
    private boolean busy;
    private boolean again;
    private boolean closed;
    private Future<Void> round = Future.succeededFuture();

    Postman(
            Vertx vertx,
            Context context,
            Inbox inbox,
            ForeignNames names,
            Intake intake,
            Duties duties,
            String currency,
            Clock clock) {
        this.vertx = vertx;
        this.context = context;
        this.inbox = inbox;
        this.names = names;
        this.intake = intake;
        this.duties = duties;
        this.currency = currency;
        this.clock = clock;
    }

    /** Begins with what a stop left in the inbox. */
    void start() {
        // Deliveries wake it by themselves; rounds are for what waits for its time, or was kept by another node.
        timers.add(vertx.setPeriodic(ROUND.toMillis(), tick -> wake()));
        timers.add(vertx.setPeriodic(
                CLEANING.toMillis(),
                tick -> inbox.forgetOld()
                        .onFailure(failure -> LOG.warn("inbox not cleaned {}", Failures.describe(failure)))));
        wake();
    }

    /** There is something new. */
    void wake() {
        context.runOnContext(nothing -> {
            again = true;
            if (!busy && !closed) go();
        });
    }

    /** Ends after the group under way. */
    Future<Void> close() {
        closed = true;
        timers.forEach(vertx::cancelTimer);
        return round.otherwiseEmpty();
    }

    private void go() {
        busy = true;
        again = false;
        round = inbox.take(GROUP).compose(this::apply).<Void>mapEmpty();
        round.onFailure(failure -> LOG.warn("webhooks not applied, tried again soon {}", Failures.describe(failure)))
                .onComplete(done -> {
                    busy = false;
                    if (again && done.succeeded() && !closed) go();
                });
    }

    private Future<?> apply(List<Delivery> group) {
        if (group.isEmpty()) return Future.succeededFuture();
        again = true; // there may be more
        return deliver(group)
                .recover(failure -> isAboutData(failure) ? apart(group, failure) : Future.failedFuture(failure));
    }

    // What the database refuses for one delivery's sake is tried in halves, until that one is alone.
    private Future<Void> apart(List<Delivery> group, Throwable failure) {
        if (group.size() == 1) {
            LOG.error(
                    "webhook cannot be stored topic={} id={} {}",
                    group.get(0).topic(),
                    group.get(0).id(),
                    Failures.describe(failure));
            return inbox.settle(List.of(Settlement.refused(group.get(0), "the database refuses it")));
        }
        int middle = group.size() / 2;
        return apply(group.subList(0, middle))
                .compose(done -> apply(group.subList(middle, group.size())))
                .mapEmpty();
    }

    private Future<Void> deliver(List<Delivery> group) {
        List<Opened> opened =
                group.stream().map(each -> Opened.of(each, currency)).toList();
        Set<ForeignName> asked = opened.stream()
                .flatMap(each -> each.reading.stream())
                .flatMap(reading -> Stream.of(
                        reading.needs(), reading.helps(), reading.introduces().keySet()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return names.find(asked).compose(known -> {
            Map<ForeignName, String> taught = taught(opened, known);
            Map<ForeignName, String> all = new HashMap<>(known);
            all.putAll(taught);
            return take(opened, all)
                    .compose(taken -> names.teach(taught))
                    .compose(done -> duties.note(opened))
                    .compose(done -> inbox.settle(settlements(opened)))
                    .compose(done -> inbox.wake(Envelope.SOURCE, taught.keySet()))
                    .<Void>mapEmpty();
        });
    }

    private static Map<ForeignName, String> taught(List<Opened> opened, Map<ForeignName, String> known) {
        Map<ForeignName, String> taught = new HashMap<>();
        for (Opened each : opened) {
            if (each.reading.isEmpty()) continue;
            taught.putAll(each.reading.get().teaches());
            each.reading.get().introduces().forEach((name, ours) -> {
                if (!known.containsKey(name)) taught.putIfAbsent(name, ours);
            });
        }
        return taught;
    }

    private Future<Void> take(List<Opened> opened, Map<ForeignName, String> known) {
        List<Fact> facts = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (Opened each : opened) {
            begins.add(facts.size());
            facts.addAll(each.understand(known));
        }
        return intake.take(facts)
                .onSuccess(taken -> {
                    for (int i = 0; i < opened.size(); i++) opened.get(i).judged(taken.verdicts(), begins.get(i));
                })
                .mapEmpty();
    }

    private List<Settlement> settlements(List<Opened> opened) {
        return opened.stream().map(this::settlement).toList();
    }

    private Settlement settlement(Opened each) {
        Delivery delivery = each.delivery;
        if (each.refusal().isPresent()) {
            LOG.warn(
                    "webhook set aside topic={} id={}: {}",
                    delivery.topic(),
                    delivery.id(),
                    each.refusal().get());
            return Settlement.refused(delivery, each.refusal().get());
        }
        if (each.missing().isEmpty()) return Settlement.applied(delivery);
        Instant now = clock.instant();
        ForeignName missing = each.missing().get();
        return delivery.receivedAt().plus(PATIENCE).isBefore(now)
                ? Settlement.refused(delivery, "nobody told of " + missing)
                : Settlement.waiting(delivery, missing, now.plus(NEXT_TRY));
    }

    /** SQL states of class 22 and 23: a value that does not fit, or breaks a rule of the tables. */
    private static boolean isAboutData(Throwable failure) {
        return failure instanceof PgException pg
                && pg.getSqlState() != null
                && (pg.getSqlState().startsWith("22") || pg.getSqlState().startsWith("23"));
    }
}
