package outfitter.server.staff;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.assist.panel.Offers;
import outfitter.assist.panel.Panel;
import outfitter.assist.panel.PanelFeed;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
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
    private long told;
    private long heard;
    private boolean reading;
    private boolean closed;
    private News.@Nullable Subscription news;
    private News.@Nullable Subscription panel;

    Watch(ConversationId id, long account, Outgoing outgoing, Context context, Conversations conversations) {
        this.id = id;
        this.account = account;
        this.outgoing = outgoing;
        this.context = context;
        this.conversations = conversations;
    }

    /** Sends what followed {@code after}, then whatever comes. */
    void start(long after, News source, PanelFeed feed) {
        told = after;
        news = source.subscribe(id, committed -> context.runOnContext(nothing -> hear(committed)));
        catchUp(true);
        panel = feed.watch(id, this);
    }

    void close() {
        closed = true;
        News.Subscription ofEntries = news;
        if (ofEntries != null) ofEntries.close();
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
        ConversationId into = committed.after().mergedInto();
        if (into != null) outgoing.send(new Frames.Moved(id.value(), into.value()));
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
