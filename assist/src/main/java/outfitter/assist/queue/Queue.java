package outfitter.assist.queue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Glimpses;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;

/**
 * The conversations that wait for a person, first in the order of virtual arrival, and those that a person has.
 *
 * <p>Its state lives on one context; every method may be called from anywhere. Listeners are called on that context, in
 * the order of the changes, and must not block.
 */
public final class Queue {
    /** B: a customer can only be overtaken by somebody who arrived less than this after them. */
    public static final Duration BOUND = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
    /** Places that shift in quick succession are told once. */
    private static final long SHIFT_MILLIS = 60;
    /** The same while more than {@link #CROWD} wait: everybody's place then shifts all the time. */
    private static final long CROWD_SHIFT_MILLIS = 300;

    private static final int CROWD = 20;
    /** A row of which only the words are new is told again when so long is over, however much is said meanwhile. */
    private static final long PAUSE_MILLIS = 200;
    /** So many of them are told at once within that time; nobody follows more by eye, and every screen costs a write. */
    private static final int TOLD_AT_ONCE = 10;
    /** Names that are looked up together. */
    private static final long LOOK_MILLIS = 10;

    private final Context context;
    private final Episodes episodes;
    private final Glimpses glimpses;
    private final News news;
    private final Map<ConversationId, Held> held = new LinkedHashMap<>();
    /** The places that rows were told with. */
    private final Map<ConversationId, Integer> told = new HashMap<>();

    private final Set<ConversationId> toldJustNow = new HashSet<>();
    private final Set<ConversationId> changedSince = new LinkedHashSet<>();

    private final WaitingList waiting = new WaitingList();
    private final Set<Consumer<QueueNews>> listeners = new CopyOnWriteArraySet<>();
    private final Set<Runnable> shifts = new CopyOnWriteArraySet<>();
    private final Set<ConversationId> unknown = new LinkedHashSet<>();
    private boolean shiftDue;
    private boolean pausing;
    private News.@Nullable Subscription subscription;

    public Queue(Context context, Episodes episodes, Glimpses glimpses, News news) {
        this.context = context;
        this.episodes = episodes;
        this.glimpses = glimpses;
        this.news = news;
    }

    /** Loads what is waiting and claimed, and follows the news from then on. */
    public Future<Void> start() {
        // First the news, then the table: whatever is committed meanwhile is told by one or the other, or both.
        subscription = news.subscribeAll(committed -> context.runOnContext(nothing -> take(committed)));
        return episodes.held()
                .compose(found -> glimpses.of(
                                found.stream().map(Conversation::id).toList())
                        .compose(seen -> onContext(() -> {
                            found.forEach(conversation -> load(conversation, seen.get(conversation.id())));
                            LOG.info(
                                    "queue loaded waiting={} claimed={}", waiting.size(), held.size() - waiting.size());
                            return Future.<Void>succeededFuture();
                        })));
    }

    /** Stops following the news. */
    public void stop() {
        News.Subscription following = subscription;
        if (following != null) following.close();
    }

    /** Every row: first who waits, in order, then what people have. */
    public Future<List<Row>> rows() {
        return onContext(() -> Future.succeededFuture(rowsNow()));
    }

    /**
     * The rows as they are now, and from then on every change of them.
     *
     * @param first called once, before any change is told
     */
    public Future<News.Subscription> follow(Consumer<List<Row>> first, Consumer<QueueNews> listener) {
        return onContext(() -> {
            first.accept(rowsNow());
            listeners.add(listener);
            return Future.succeededFuture(() -> listeners.remove(listener));
        });
    }

    /** From 1; empty when it does not wait. */
    public Future<OptionalInt> position(ConversationId conversation) {
        return onContext(() -> Future.succeededFuture(waiting.position(conversation)));
    }

    /** How many wait. */
    public Future<Integer> length() {
        return onContext(() -> Future.succeededFuture(waiting.size()));
    }

    /** Calls {@code listener} after places have moved, at most once for moves in quick succession. */
    News.Subscription onShift(Runnable listener) {
        shifts.add(listener);
        return () -> shifts.remove(listener);
    }

    // What the news brought meanwhile is newer than what the table said.
    private void load(Conversation conversation, Glimpses.@Nullable Glimpse glimpse) {
        if (held.containsKey(conversation.id())) return;
        Held found = new Held(conversation, null, null);
        held.put(conversation.id(), glimpse == null ? found : found.with(glimpse));
        if (found.isWaiting()) waiting.put(conversation.id(), found.virtualArrival());
        tell(conversation.id());
    }

    private void take(Committed committed) {
        Conversation after = committed.after();
        Held before = held.get(after.id());
        if (before != null && after.head() <= before.now().head()) return;
        if (Held.isHeld(after)) hold(before, after, committed.entries());
        else if (before != null) drop(after.id());
    }

    private void hold(@Nullable Held before, Conversation after, List<Entry> entries) {
        Held now = (before == null ? new Held(after, null, null) : before).after(after, entries);
        held.put(after.id(), now);
        boolean waitedBefore = before != null && before.isWaiting();
        if (now.isWaiting()) waiting.put(after.id(), now.virtualArrival());
        else waiting.remove(after.id());
        if (before == null || entries.stream().anyMatch(Queue::concernsThePerson)) look(after.id());
        else if (now.isWith(before)) tell(after.id());
        else tellAtOnce(after.id(), now);
        if (waitedBefore != now.isWaiting()) shift();
    }

    private void drop(ConversationId conversation) {
        held.remove(conversation);
        waiting.remove(conversation);
        told.remove(conversation);
        changedSince.remove(conversation);
        publish(new QueueNews.Gone(conversation));
        shift();
    }

    private static boolean concernsThePerson(Entry entry) {
        return entry.body() instanceof EntryBody.Proved || entry.body() instanceof EntryBody.Merged;
    }

    /** Reads the customer's name and the last message; without them the row is told as it is. */
    private void look(ConversationId conversation) {
        unknown.add(conversation);
        if (unknown.size() > 1) return;
        context.owner()
                .setTimer(
                        LOOK_MILLIS,
                        timer -> context.runOnContext(nothing -> {
                            List<ConversationId> all = List.copyOf(unknown);
                            unknown.clear();
                            glimpses(all)
                                    .onFailure(failure -> LOG.warn("no glimpse conversations={}", all, failure))
                                    .otherwise(Map.of())
                                    .onSuccess(found -> context.runOnContext(
                                            then -> all.forEach(one -> seen(one, found.get(one)))));
                        }));
    }

    // Who comes with words of their own needs nothing but a name.
    private Future<Map<ConversationId, Glimpses.Glimpse>> glimpses(List<ConversationId> conversations) {
        boolean spoke = conversations.stream().map(held::get).allMatch(one -> one == null || one.last() != null);
        return spoke ? glimpses.names(conversations) : glimpses.of(conversations);
    }

    private void seen(ConversationId conversation, Glimpses.@Nullable Glimpse glimpse) {
        Held was = held.get(conversation);
        if (was == null) return;
        Held now = glimpse == null ? was : was.with(glimpse);
        held.put(conversation, now);
        tellAtOnce(conversation, now);
    }

    private void tell(ConversationId conversation) {
        Held now = held.get(conversation);
        if (now == null) return;
        pause();
        if (toldJustNow.size() >= TOLD_AT_ONCE || !toldJustNow.add(conversation)) changedSince.add(conversation);
        else publish(new QueueNews.Changed(row(now)));
    }

    private void tellAtOnce(ConversationId conversation, Held now) {
        changedSince.remove(conversation);
        publish(new QueueNews.Changed(row(now)));
    }

    private void pause() {
        if (pausing) return;
        pausing = true;
        context.owner()
                .setTimer(
                        PAUSE_MILLIS,
                        timer -> context.runOnContext(nothing -> {
                            pausing = false;
                            List<ConversationId> due = List.copyOf(changedSince);
                            changedSince.clear();
                            toldJustNow.clear();
                            due.forEach(this::tellAgain);
                        }));
    }

    private void tellAgain(ConversationId conversation) {
        Held now = held.get(conversation);
        if (now == null) return;
        pause();
        toldJustNow.add(conversation);
        publish(new QueueNews.Changed(row(now)));
    }

    private Row row(Held now) {
        OptionalInt position = waiting.position(now.now().id());
        if (position.isPresent()) told.put(now.now().id(), position.getAsInt());
        else told.remove(now.now().id());
        return now.row(position.isPresent() ? position.getAsInt() : null);
    }

    private List<Row> rowsNow() {
        List<Row> rows = new ArrayList<>();
        waiting.inOrder().stream().map(held::get).map(this::row).forEach(rows::add);
        held.values().stream().filter(one -> !one.isWaiting()).map(this::row).forEach(rows::add);
        return rows;
    }

    private void shift() {
        if (shiftDue) return;
        shiftDue = true;
        context.owner()
                .setTimer(
                        waiting.size() > CROWD ? CROWD_SHIFT_MILLIS : SHIFT_MILLIS,
                        timer -> context.runOnContext(nothing -> {
                            shiftDue = false;
                            int place = 0;
                            for (ConversationId conversation : waiting.inOrder()) {
                                place++;
                                Held now = held.get(conversation);
                                boolean moved = !Integer.valueOf(place).equals(told.get(conversation));
                                if (now != null && moved) tellAtOnce(conversation, now);
                            }
                            shifts.forEach(Runnable::run);
                        }));
    }

    private void publish(QueueNews change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(nothing -> work.get().onComplete(done));
        return done.future();
    }
}
