package outfitter.assist.panel;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;

/**
 * Keeps the panels of watched conversations fresh: after every message, cart event, order or change of a problem the
 * suggestions are computed anew, and the rest. Slow suggestions do not keep the panel waiting; they follow it. At most one computation runs for a conversation; what happens meanwhile
 * makes one more follow, and a result that is already out of date is not told.
 *
 * <p>State lives on one context; methods may be called from anywhere; watchers are told on that context.
 */
public final class PanelFeed {
    private static final Logger LOG = LoggerFactory.getLogger(PanelFeed.class);

    private final Context context;
    private final Conversations conversations;
    private final Panels panels;
    private final Showcase showcase;
    private final News news;
    private final Map<ConversationId, Beside> beside = new HashMap<>();

    public PanelFeed(Context context, Conversations conversations, Panels panels, Showcase showcase, News news) {
        this.context = context;
        this.conversations = conversations;
        this.panels = panels;
        this.showcase = showcase;
        this.news = news;
    }

    /** Somebody with a conversation open. */
    public interface Watcher {
        /** Who sees it. */
        long account();

        /** The suggestions have changed. */
        void offers(Offers offers);

        /** The panel has changed, suggestions included. */
        void panel(Panel panel);
    }

    /** Tells {@code watcher} the panel now and whenever it changes. */
    public News.Subscription watch(ConversationId id, Watcher watcher) {
        context.runOnContext(nothing -> {
            Beside one = beside.computeIfAbsent(id, Beside::new);
            one.watchers.add(watcher);
            one.refresh();
        });
        return () -> context.runOnContext(nothing -> {
            Beside one = beside.get(id);
            if (one != null) one.leave(watcher);
        });
    }

    /** Computes everything anew that anybody watches: the rules have changed. */
    public void refreshAll() {
        context.runOnContext(nothing -> List.copyOf(beside.values()).forEach(Beside::refresh));
    }

    /** One watched conversation. */
    private final class Beside {
        private final ConversationId id;
        private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();
        private final News.Subscription subscription;
        /** The newest state that the news told; null before the first. */
        private @Nullable Conversation newest;

        /** The newest suggestions; null before the first. */
        private @Nullable Offers last;

        private boolean running;
        private boolean stale;

        Beside(ConversationId id) {
            this.id = id;
            subscription = news.subscribe(id, committed -> context.runOnContext(nothing -> hear(committed)));
        }

        void leave(Watcher watcher) {
            watchers.remove(watcher);
            if (!watchers.isEmpty()) return;
            subscription.close();
            beside.remove(id, this);
        }

        private void hear(Committed committed) {
            newest = committed.after();
            if (committed.entries().stream().anyMatch(PanelFeed::matters)) refresh();
        }

        void refresh() {
            if (running) {
                stale = true;
                return;
            }
            if (watchers.isEmpty()) return;
            running = true;
            stale = false;
            compute()
                    .onComplete(done -> context.runOnContext(nothing -> {
                        running = false;
                        if (done.failed()) LOG.warn("panel not refreshed conversation={}", id, done.cause());
                        if (stale) refresh();
                    }));
        }

        private Future<?> compute() {
            Watcher first = watchers.iterator().next();
            return now().compose(now -> {
                Future<Offers> offers =
                        showcase.show(now, first.account(), Showcase.PATIENCE).onSuccess(this::offer);
                return Future.join(
                        offers,
                        inABlink(now, offers)
                                .compose(shown -> panels.of(now, shown))
                                .onSuccess(panel -> tell(watcher -> watcher.panel(panel))));
            });
        }

        /** The suggestions; when they are slow, the panel goes ahead with the last ones and they follow. */
        private Future<Offers> inABlink(Conversation now, Future<Offers> offers) {
            Promise<Offers> shown = Promise.promise();
            offers.onComplete(shown::tryComplete, shown::tryFail);
            long timer = context.owner()
                    .setTimer(
                            Showcase.BLINK.toMillis(),
                            late -> context.runOnContext(nothing -> {
                                Offers before = last;
                                shown.tryComplete(before == null ? showcase.nothing(now) : before);
                            }));
            return shown.future().onComplete(done -> context.owner().cancelTimer(timer));
        }

        private void offer(Offers offers) {
            context.runOnContext(nothing -> last = offers);
            tell(watcher -> watcher.offers(offers));
        }

        private Future<Conversation> now() {
            Conversation known = newest;
            if (known != null) return Future.succeededFuture(known);
            return conversations.find(id).map(found -> found.orElseThrow());
        }

        private void tell(Consumer<Watcher> message) {
            context.runOnContext(nothing -> {
                if (!stale) watchers.forEach(message);
            });
        }
    }

    // What was shown changes nothing that is shown, and would make the feed chase itself.
    private static boolean matters(Entry entry) {
        return !(entry.body() instanceof EntryBody.SuggestionsShown);
    }
}
