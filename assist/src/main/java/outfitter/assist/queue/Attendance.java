package outfitter.assist.queue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Presence;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Episodes;
import outfitter.models.conversation.Holder;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Committed;
import outfitter.models.journal.Mailboxes;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;

/**
 * Which agents are at their desks, and what happens when one is gone: whatever the agent had goes back into the queue,
 * each conversation with its place kept. So no open episode is ever with somebody who is not there.
 *
 * <p>An agent is there while at least one {@link Visit} is open, here or on another node (the presence table says so). A
 * cut line is forgiven for the grace; signing out is not. Also an episode that was claimed without a visit, and those
 * that were claimed before a restart, are given back when the grace is over and nobody came. State lives on one context;
 * methods may be called from anywhere; listeners are called on that context.
 */
public final class Attendance {
    /** How long a cut line is forgiven. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final Duration HEART_BEAT = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Context context;
    private final Episodes episodes;
    private final Presence presence;
    private final Timeline timeline;
    private final News news;
    private final Clock clock;
    private final Duration grace;
    /** Open visits by account, in the order of arrival; an account without one is not in it. */
    private final Map<Long, Here> here = new LinkedHashMap<>();

    /** A heart-beat must not be stored after the departure that it came before. */
    private final Mailboxes<Long> heartBeats;

    /** Timers by account: who is expected back until then. */
    private final Map<Long, Long> leaving = new LinkedHashMap<>();

    private final Set<Consumer<List<Present>>> listeners = new CopyOnWriteArraySet<>();
    private volatile Set<Long> seenAnywhere = Set.of();
    private News.@Nullable Subscription subscription;
    private long heartBeat = -1;

    /** {@code grace} as in {@link #GRACE}, shorter in tests. */
    public Attendance(
            Context context,
            Episodes episodes,
            Presence presence,
            Timeline timeline,
            News news,
            Clock clock,
            Duration grace) {
        this.context = context;
        this.episodes = episodes;
        this.presence = presence;
        this.timeline = timeline;
        this.news = news;
        this.clock = clock;
        this.grace = grace;
        this.heartBeats = new Mailboxes<>(context);
    }

    /** Somebody at the desk. */
    public record Present(long id, String name) {}

    private record Here(String name, int visits) {}

    /** One open socket of an agent's. */
    public final class Visit {
        private final long account;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Visit(long account) {
            this.account = account;
        }

        /** The line is cut; the agent may be back in a moment. */
        public void close() {
            if (open.getAndSet(false)) context.runOnContext(nothing -> depart(account, grace));
        }

        /** The agent signed out. */
        public void leave() {
            if (open.getAndSet(false)) context.runOnContext(nothing -> depart(account, Duration.ZERO));
        }
    }

    /** Gives whoever claimed something before the start the grace to come back. */
    public Future<Void> start() {
        subscription = news.subscribeAll(this::watchClaims);
        heartBeat = context.owner().setPeriodic(HEART_BEAT.toMillis(), tick -> context.runOnContext(n -> beat()));
        return episodes.claimed()
                .onSuccess(claims -> claims.stream()
                        .map(Episodes.Claim::account)
                        .distinct()
                        .forEach(account -> context.runOnContext(nothing -> expect(account, grace))))
                .mapEmpty();
    }

    public void stop() {
        News.Subscription following = subscription;
        if (following != null) following.close();
        context.owner().cancelTimer(heartBeat);
        context.runOnContext(nothing -> {
            leaving.values().forEach(context.owner()::cancelTimer);
            leaving.clear();
        });
    }

    /** An agent opens a desk. */
    public Visit arrive(long account, String name) {
        context.runOnContext(nothing -> {
            Here before = here.get(account);
            here.put(account, new Here(name, before == null ? 1 : before.visits() + 1));
            Long timer = leaving.remove(account);
            if (timer != null) context.owner().cancelTimer(timer);
            if (before == null) {
                seen(account);
                publish();
            }
        });
        return new Visit(account);
    }

    /** Who is here now, and from then on whenever that changes. */
    public News.Subscription follow(Consumer<List<Present>> listener) {
        context.runOnContext(nothing -> {
            listeners.add(listener);
            listener.accept(present());
        });
        return () -> listeners.remove(listener);
    }

    /** How many agents are at their desks, on whichever node. */
    int agents() {
        Set<Long> everybody = new HashSet<>(seenAnywhere);
        everybody.addAll(here.keySet());
        return everybody.size();
    }

    private List<Present> present() {
        List<Present> present = new ArrayList<>();
        here.forEach((account, one) -> present.add(new Present(account, one.name())));
        return present;
    }

    private void publish() {
        List<Present> present = present();
        listeners.forEach(listener -> listener.accept(present));
    }

    private void depart(long account, Duration patience) {
        Here before = here.get(account);
        if (before == null) return;
        if (before.visits() > 1) {
            here.put(account, new Here(before.name(), before.visits() - 1));
            return;
        }
        here.remove(account);
        publish();
        heartBeats
                .inTurn(account, () -> presence.gone(account))
                .onFailure(failure -> LOG.warn("presence not cleared agent={}", account, failure))
                .onComplete(done -> context.runOnContext(nothing -> expect(account, patience)));
    }

    /** Waits for the account to come, and gives back what it had when it does not. */
    private void expect(long account, Duration patience) {
        if (here.containsKey(account)) return;
        Long before = leaving.remove(account);
        if (before != null) context.owner().cancelTimer(before);
        if (patience.isZero()) {
            giveBack(account);
            return;
        }
        leaving.put(
                account,
                context.owner()
                        .setTimer(
                                patience.toMillis(),
                                timer -> context.runOnContext(nothing -> {
                                    leaving.remove(account);
                                    if (!here.containsKey(account)) giveBack(account);
                                })));
    }

    private void giveBack(long account) {
        isElsewhere(account)
                .compose(elsewhere -> elsewhere ? Future.succeededFuture(true) : release(account))
                .onSuccess(again -> {
                    if (again) context.runOnContext(nothing -> expect(account, grace));
                })
                .onFailure(failure -> {
                    LOG.warn("cannot give back what an absent agent has, trying again agent={}", account, failure);
                    context.runOnContext(nothing -> expect(account, RETRY));
                });
    }

    private Future<Boolean> isElsewhere(long account) {
        return presence.seenSince(clock.instant().minus(grace)).map(seen -> seen.contains(account));
    }

    /** Releases everything that the account has; false, as nothing is left to be looked at again. */
    private Future<Boolean> release(long account) {
        return episodes.claimed()
                .compose(claims -> Future.join(claims.stream()
                                .filter(claim -> claim.account() == account)
                                .map(this::release)
                                .toList())
                        .map(false));
    }

    private Future<?> release(Episodes.Claim claim) {
        Cause cause = Cause.inner("desk", "absent:" + UUID.randomUUID());
        return timeline.advance(
                        claim.conversation(),
                        cause,
                        (now, at) -> Future.succeededFuture(isStill(claim, now) ? released(claim) : List.of()))
                .onSuccess(done -> LOG.info(
                        "released, agent absent conversation={} agent={}", claim.conversation(), claim.account()));
    }

    private static List<EntryBody> released(Episodes.Claim claim) {
        return List.of(new EntryBody.Released(claim.episode(), claim.account(), "absent"));
    }

    private static boolean isStill(Episodes.Claim claim, Conversation now) {
        Episode episode = now.state().episode();
        return episode != null
                && episode.number() == claim.episode()
                && episode.holder() == Holder.CLAIMED
                && Long.valueOf(claim.account()).equals(episode.claimedBy());
    }

    // A claim through the API alone, without an open desk, counts as a line that is cut.
    private void watchClaims(Committed committed) {
        for (Entry entry : committed.entries()) {
            if (entry.body() instanceof EntryBody.Claimed claimed) {
                context.runOnContext(nothing -> {
                    if (!leaving.containsKey(claimed.account())) expect(claimed.account(), grace);
                });
            }
        }
    }

    private void beat() {
        here.keySet().forEach(this::seen);
        presence.seenSince(clock.instant().minus(HEART_BEAT.multipliedBy(2)))
                .onSuccess(seen -> seenAnywhere = seen)
                .onFailure(failure -> LOG.warn("presence unknown", failure));
    }

    private void seen(long account) {
        heartBeats
                .inTurn(account, () -> presence.seen(account, clock.instant()))
                .onFailure(failure -> LOG.warn("presence not stored agent={}", account, failure));
    }
}
