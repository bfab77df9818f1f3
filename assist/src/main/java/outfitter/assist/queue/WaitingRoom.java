package outfitter.assist.queue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Outcome;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;
import outfitter.models.shop.OpeningHours;
import outfitter.models.shop.Policies;

/**
 * What whoever waits may be told: the position, how long it should take, whether anybody is there at all. The promise
 * rests on how long people lately took and on how many are at their desks. Methods may be called from anywhere.
 */
public final class WaitingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

    private static final Duration HOURS_KNOWN = Duration.ofSeconds(2);

    private final Context context;
    private final Queue queue;
    private final Attendance attendance;
    private final Episodes episodes;
    private final Policies policies;
    private final News news;
    private final Clock clock;
    private final HandlingTimes handling = new HandlingTimes();
    private final Map<ConversationId, Set<Consumer<Standing>>> followers = new HashMap<>();
    private final Map<ConversationId, Standing> told = new HashMap<>();
    private volatile @Nullable KnownHours known;
    private News.@Nullable Subscription subscription;
    private News.@Nullable Subscription shifts;

    public WaitingRoom(
            Context context,
            Queue queue,
            Attendance attendance,
            Episodes episodes,
            Policies policies,
            News news,
            Clock clock) {
        this.context = context;
        this.queue = queue;
        this.attendance = attendance;
        this.episodes = episodes;
        this.policies = policies;
        this.news = news;
        this.clock = clock;
    }

    /** Learns how long people lately took, and measures from then on. */
    public Future<Void> start() {
        subscription = news.subscribeAll(this::measure);
        shifts = queue.onShift(this::tellAll);
        return episodes.handlingTimes(HandlingTimes.REMEMBERED)
                .onSuccess(newestFirst -> context.runOnContext(nothing -> {
                    List<Duration> oldestFirst = new ArrayList<>(newestFirst);
                    Collections.reverse(oldestFirst);
                    oldestFirst.forEach(handling::add);
                }))
                .mapEmpty();
    }

    public void stop() {
        News.Subscription following = subscription;
        if (following != null) following.close();
        News.Subscription moves = shifts;
        if (moves != null) moves.close();
    }

    /** Where {@code conversation} stands, or would if it joined now. */
    public Future<Standing> standing(ConversationId conversation) {
        return queue.position(conversation)
                .compose(position ->
                        position.isPresent() ? Future.succeededFuture(position.getAsInt() - 1) : queue.length())
                .map(this::behind);
    }

    /** Where {@code conversation} stands; empty when it does not wait. */
    public Future<Optional<Standing>> waiting(ConversationId conversation) {
        return queue.position(conversation)
                .map(position ->
                        position.isPresent() ? Optional.of(behind(position.getAsInt() - 1)) : Optional.empty());
    }

    /** Whether a person can be had, and when. */
    public Future<Staffing> staffing() {
        Instant now = clock.instant();
        return openingHours(now)
                .map(hours -> new Staffing(
                        attendance.agents(), hours, hours.isOpen(now) ? Optional.empty() : hours.nextOpening(now)));
    }

    private record KnownHours(OpeningHours hours, Instant until) {}

    // Everybody who waits asks for them, and they change once a year.
    private Future<OpeningHours> openingHours(Instant now) {
        KnownHours lately = known;
        if (lately != null && now.isBefore(lately.until())) return Future.succeededFuture(lately.hours());
        return policies.openingHours().onSuccess(hours -> known = new KnownHours(hours, now.plus(HOURS_KNOWN)));
    }

    /** Tells {@code listener}, on the context, when the standing of a conversation that waits has changed. */
    public News.Subscription follow(ConversationId conversation, Consumer<Standing> listener) {
        context.runOnContext(nothing -> followers
                .computeIfAbsent(conversation, id -> new CopyOnWriteArraySet<>())
                .add(listener));
        return () -> context.runOnContext(nothing -> followers.computeIfPresent(conversation, (id, listeners) -> {
            listeners.remove(listener);
            if (!listeners.isEmpty()) return listeners;
            told.remove(id);
            return null;
        }));
    }

    private Standing behind(int ahead) {
        return Standing.behind(ahead, attendance.agents(), handling.median().orElse(Standing.USUAL_HANDLING));
    }

    private void tellAll() {
        followers.forEach((conversation, listeners) ->
                queue.position(conversation).onSuccess(position -> tell(conversation, listeners, position)));
    }

    private void tell(ConversationId conversation, Set<Consumer<Standing>> listeners, OptionalInt position) {
        if (position.isEmpty()) {
            told.remove(conversation);
            return;
        }
        Standing standing = behind(position.getAsInt() - 1);
        if (standing.equals(told.put(conversation, standing))) return;
        listeners.forEach(listener -> listener.accept(standing));
    }

    private void measure(Committed committed) {
        Episode episode = committed.after().state().episode();
        boolean ended = committed.entries().stream().anyMatch(entry -> entry.body() instanceof EntryBody.EpisodeEnded);
        if (!ended || episode == null || episode.outcome() != Outcome.SOLVED_BY_PERSON) return;
        Instant claimed = episode.claimedAt();
        Instant solved = episode.endedAt();
        if (claimed == null || solved == null) return;
        context.runOnContext(nothing -> handling.add(Duration.between(claimed, solved)));
        LOG.debug("handled conversation={} took={}", committed.after().id(), Duration.between(claimed, solved));
    }
}
