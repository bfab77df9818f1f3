package outfitter.server.staff;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.assist.panel.Offers;
import outfitter.assist.panel.Panel;
import outfitter.assist.panel.PanelFeed;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.delivery.Deliveries;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;

/**
 * One conversation that one socket follows: gapless by seq. News is a hint; whatever it left out is read from the table
 * before anything newer is sent. All of it runs on one context.
 */
final class Watch implements PanelFeed.Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int PAGE = 200;

    private final ConversationId id;
    private final long account;
    private final Outgoing outgoing;
    private final Context context;
    private final Conversations conversations;
    private final LiveParts parts;
    private final Set<Long> lineage = new HashSet<>();
    private long told;
    private long heard;
    private long wayToldAt;
    private boolean reading;
    private boolean closed;
    private News.@Nullable Subscription news;
    private News.@Nullable Subscription panel;
    private News.@Nullable Subscription replies;

    Watch(ConversationId id, long account, Outgoing outgoing, Context context, LiveParts parts) {
        this.id = id;
        this.account = account;
        this.outgoing = outgoing;
        this.context = context;
        this.conversations = parts.conversations();
        this.parts = parts;
    }

    /** Sends what followed {@code after}, then whatever comes. */
    void start(long after) {
        told = after;
        news = parts.news().subscribe(id, committed -> context.runOnContext(nothing -> hear(committed)));
        replies = parts.tracks()
                .subscribe(delivery -> context.runOnContext(nothing -> {
                    if (lineage.contains(delivery.conversation())) tell(List.of(delivery));
                }));
        lineage.add(id.value());
        catchUp(true);
        panel = parts.feed().watch(id, this);
        traceReplies();
    }

    /** Where replies go, and how far those of before have come; afterwards every step is told. */
    private void traceReplies() {
        conversations
                .find(id)
                .compose(found -> found.map(conversations::lineage)
                        .orElseGet(() -> Future.succeededFuture(List.of()))
                        .compose(all -> parts.tracks().of(all).map(steps -> {
                            context.runOnContext(nothing -> {
                                all.forEach(one -> lineage.add(one.value()));
                                found.ifPresent(now -> tellWay(now));
                                if (!steps.isEmpty()) tell(steps);
                            });
                            return steps;
                        })))
                .onFailure(failure -> LOG.warn("replies not traced conversation={} cause={}", id, failure.toString()));
    }

    private void tell(List<Deliveries.Delivery> steps) {
        if (!closed) outgoing.send(new Frames.Deliveries(id.value(), steps));
    }

    private void tellWay(Conversation now) {
        // What was read may be older than what was told while it was on its way.
        if (closed || now.head() < wayToldAt) return;
        wayToldAt = now.head();
        outgoing.send(new Frames.Way(id.value(), parts.tracks().way(now.state())));
    }

    void close() {
        closed = true;
        News.Subscription ofEntries = news;
        if (ofEntries != null) ofEntries.close();
        News.Subscription ofReplies = replies;
        if (ofReplies != null) ofReplies.close();
        News.Subscription ofPanel = panel;
        if (ofPanel != null) ofPanel.close();
    }

    private void hear(Committed committed) {
        if (closed) return;
        heard = Math.max(heard, committed.after().head());
        if (!reading) {
            List<Entry> entries = committed.entries();
            if (!entries.isEmpty() && entries.get(0).seq() == told + 1) send(entries);
            else if (heard > told) catchUp(false);
        }
        if (committed.entries().stream().anyMatch(Watch::turnsTheWay)) {
            tellWay(committed.after());
            if (!committed.after().linked().isEmpty()) traceReplies();
        }
        ConversationId into = committed.after().mergedInto();
        if (into != null) outgoing.send(new Frames.Moved(id.value(), into.value()));
    }

    private static boolean turnsTheWay(Entry entry) {
        return entry.body() instanceof EntryBody.CustomerMessage
                || entry.body() instanceof EntryBody.Merged
                || entry.body() instanceof EntryBody.Unmerged;
    }

    /** Reads on until nothing newer is known; {@code always} sends a frame even when there is nothing to tell. */
    private void catchUp(boolean always) {
        reading = true;
        conversations
                .entries(id, told, PAGE)
                .compose(entries -> {
                    if (closed) return Future.<Boolean>succeededFuture(false);
                    boolean more = entries.size() == PAGE;
                    if (entries.isEmpty() && !always) return Future.succeededFuture(more);
                    // The next page waits until the network has taken this one.
                    return send(entries).map(more);
                })
                .onComplete(page -> context.runOnContext(nothing -> {
                    reading = false;
                    if (closed) return;
                    if (page.failed()) giveUp(page.cause());
                    else if (page.result() || heard > told) catchUp(false);
                }));
    }

    // Whoever cannot be told everything is told nothing wrong: the client connects again and resumes.
    private void giveUp(Throwable failure) {
        LOG.warn("live stream cut conversation={} cause={}", id, failure.toString());
        outgoing.close((short) 1011, "cannot read on; connect again and resume");
    }

    private Future<Void> send(List<Entry> entries) {
        if (!entries.isEmpty()) told = entries.get(entries.size() - 1).seq();
        return outgoing.send(new Frames.Entries(id.value(), told, EntryView.of(entries)));
    }

    @Override
    public long account() {
        return account;
    }

    @Override
    public void offers(Offers offers) {
        outgoing.send(new Frames.Suggestions(id.value(), offers));
    }

    @Override
    public void panel(Panel panel) {
        outgoing.send(new Frames.Beside(id.value(), panel));
    }
}
