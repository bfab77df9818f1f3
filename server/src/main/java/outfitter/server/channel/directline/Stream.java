package outfitter.server.channel.directline;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News.Subscription;
import outfitter.models.json.Json;
import outfitter.models.shop.ProductCards;
import outfitter.server.http.Failures;
import outfitter.server.site.Visitors;

/**
 * One client's socket: what its person's conversations hold beyond the client's watermark, in order, then live.
 *
 * <p>One thing is done at a time: find the conversation, read on, show what came, tell who holds it. News is shown straight
 * from the commit when it is the very next entry; in every other case it only says that there is more to read. So a slow
 * reader costs one page and one socket buffer, however much happens meanwhile. Runs on one context.
 */
final class Stream {
    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final short NOT_UNDERSTOOD = 1003;
    private static final short NOT_ALLOWED = 1008;
    private static final short BROKEN = 1011;
    private static final short GOING_AWAY = 1001;

    private final Streams shared;
    private final Context context;
    private final ServerWebSocket socket;
    private final Activities look;

    private Watermark seen;
    private @Nullable ConversationId live;
    private @Nullable Conversation newest;
    private List<ConversationId> parts = List.of();
    private @Nullable Holding told;
    private Subscription news = () -> {};
    private Subscription typing = () -> {};
    private Promise<Void> drained = Promise.promise();
    private final AtomicLong waiting = new AtomicLong();
    private long heardAt = System.nanoTime();

    private boolean expecting;
    private boolean busy;
    private boolean lost = true;
    private boolean behind;
    private boolean holderDue;
    private boolean closed;

    Stream(Streams shared, Context context, ServerWebSocket socket, Activities look, Watermark seen) {
        this.shared = shared;
        this.context = context;
        this.socket = socket;
        this.look = look;
        this.seen = seen;
    }

    void start() {
        socket.setWriteQueueMaxSize(BUFFER_BYTES);
        socket.drainHandler(ready -> drained.tryComplete());
        socket.exceptionHandler(
                failure -> LOG.debug("socket failed {}", failure.getClass().getSimpleName()));
        socket.closeHandler(gone -> end());
        socket.pongHandler(pong -> heardAt = System.nanoTime());
        socket.textMessageHandler(this::listen);
        socket.binaryMessageHandler(this::refuse);
        work();
    }

    // ---- what happens to it, from any thread ------------------------------------------------------------------

    /** The visitor's conversation is another one now, or there is one at last. */
    void find() {
        context.runOnContext(nothing -> {
            lost = true;
            work();
        });
    }

    void queueMoved() {
        context.runOnContext(nothing -> {
            if (told == null || !told.isWaiting()) return;
            holderDue = true;
            work();
        });
    }

    /** Asks for a sign of life, and gives up on a client that gave none for so long. */
    void pulse(long silenceNanos) {
        context.runOnContext(nothing -> {
            if (closed) return;
            if (System.nanoTime() - heardAt > silenceNanos) socket.close(GOING_AWAY, "no sign of life");
            else socket.writePing(Buffer.buffer());
        });
    }

    /** Whether the client takes less than there is to show. */
    boolean isHeldBack() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    /** Characters that the network has not taken yet. */
    long waitingCharacters() {
        return waiting.get();
    }

    void leave() {
        context.runOnContext(nothing -> close(GOING_AWAY, "the server stops"));
    }

    private void hear(Committed committed) {
        context.runOnContext(nothing -> {
            if (closed || !committed.after().id().equals(live)) return;
            newest = committed.after();
            holderDue = true;
            if (committed.entries().stream().anyMatch(Stream::joinsOrParts)) lost = true;
            else if (busy || !showNext(committed.entries())) behind = true;
            work();
        });
    }

    private void hearTyping(String name) {
        context.runOnContext(nothing -> {
            if (!closed && !socket.writeQueueFull()) {
                write(List.of(look.typing(name, shared.clock().instant())));
            }
        });
    }

    // ---- one thing at a time ----------------------------------------------------------------------------------

    private void work() {
        while (!busy && !closed && (lost || behind || holderDue)) {
            if (lost) {
                lost = false;
                during(locate());
            } else if (behind) {
                behind = false;
                during(readOn());
            } else {
                holderDue = false;
                during(tellHolder());
            }
        }
    }

    private void during(Future<Void> work) {
        if (work.succeeded()) return;
        busy = true;
        work.onComplete(done -> context.runOnContext(nothing -> {
            busy = false;
            if (done.failed()) giveUp(done.cause());
            else work();
        }));
    }

    /** Whether these entries are the very next ones, and are being shown. */
    private boolean showNext(List<Entry> entries) {
        ConversationId here = live;
        if (lost || behind || here == null || entries.isEmpty()) return false;
        if (entries.get(0).seq() != seen.of(here) + 1) return false;
        during(show(entries));
        return true;
    }

    private Future<Void> locate() {
        return shared.visitors().conversation(look.visitor()).compose(this::settle);
    }

    // Found twice the same, the second time with news coming: nothing can slip in between.
    private Future<Void> settle(Optional<Conversation> found) {
        if (closed) return Future.succeededFuture();
        holderDue = true;
        if (found.isEmpty()) {
            if (!expecting) shared.expect(look.visitor().address(), this);
            lost = !expecting;
            expecting = true;
            return Future.succeededFuture();
        }
        Conversation conversation = found.get();
        if (!conversation.id().equals(live)) {
            follow(conversation.id());
            lost = true;
            return Future.succeededFuture();
        }
        if (!isBehindNews(conversation)) newest = conversation;
        return shared.history().parts(conversation).map(all -> {
            parts = all;
            behind = true;
            return null;
        });
    }

    // What was read may be older than what was told while it was on its way.
    private boolean isBehindNews(Conversation found) {
        Conversation heard = newest;
        return heard != null && heard.id().equals(found.id()) && heard.head() > found.head();
    }

    private void follow(ConversationId conversation) {
        unfollow();
        live = conversation;
        news = shared.news().subscribe(conversation, this::hear);
        typing = shared.typing().onStaff(conversation, this::hearTyping);
    }

    private Future<Void> readOn() {
        return shared.history().after(parts, seen).compose(page -> {
            if (page.size() == History.PAGE) behind = true;
            else if (live != null) parts = List.of(live);
            return show(page);
        });
    }

    private Future<Void> show(List<Entry> entries) {
        return shared.shown(entries).compose(products -> {
            List<Activity> activities = activities(entries, products);
            seen = seen.past(entries);
            if (activities.isEmpty()) return Future.succeededFuture();
            return write(activities);
        });
    }

    private List<Activity> activities(List<Entry> entries, Map<String, ProductCards.Detailed> products) {
        return entries.stream()
                .map(entry -> look.of(entry, products))
                .flatMap(Optional::stream)
                .toList();
    }

    private Future<Void> tellHolder() {
        return holding().compose(holding -> {
            if (holding.equals(told)) return Future.succeededFuture();
            told = holding;
            return write(List.of(look.holder(holding, shared.clock().instant())));
        });
    }

    private Future<Holding> holding() {
        Conversation now = newest;
        if (now == null) return Future.succeededFuture(Holding.BOT);
        Holding holding = Holding.of(now);
        if (!holding.isWaiting()) return Future.succeededFuture(holding);
        return shared.standings()
                .of(now.id())
                .map(standing -> standing.map(place -> holding.at(place.position(), place.promiseMinutes()))
                        .orElse(holding));
    }

    /** Completes when the client has room for more. */
    private Future<Void> write(List<Activity> activities) {
        // A socket knows that its client left before its close handler runs.
        if (closed || socket.isClosed()) return Future.succeededFuture();
        String text = Json.write(new ActivitySet(activities, seen.toString()));
        waiting.addAndGet(text.length());
        socket.writeTextMessage(text).onComplete(taken -> waiting.addAndGet(-text.length()));
        if (socket.isClosed() || !socket.writeQueueFull()) return Future.succeededFuture();
        drained = Promise.promise();
        return drained.future();
    }

    // ---- the other side ---------------------------------------------------------------------------------------

    private void listen(String text) {
        heardAt = System.nanoTime();
        // Clients send empty frames to keep the line; whatever they have to say they post.
        if (!text.isEmpty()) close(NOT_UNDERSTOOD, "This stream takes empty frames only; post activities over HTTP");
    }

    private void refuse(Buffer bytes) {
        close(NOT_UNDERSTOOD, "This stream takes empty text frames only; post activities over HTTP");
    }

    private void giveUp(Throwable failure) {
        if (failure instanceof Visitors.NotTheirs) {
            close(NOT_ALLOWED, "Somebody signed in here; ask for a new token");
        } else {
            LOG.warn("stream failed {}", Failures.describe(failure));
            close(BROKEN, "Come back with your watermark");
        }
    }

    private void close(short code, String reason) {
        if (!closed) socket.close(code, reason);
        end();
    }

    private void end() {
        closed = true;
        unfollow();
        drained.tryComplete();
        shared.closed(this, look.visitor().address());
    }

    private void unfollow() {
        news.close();
        typing.close();
    }

    private static boolean joinsOrParts(Entry entry) {
        EntryBody body = entry.body();
        return body instanceof EntryBody.Absorbed
                || body instanceof EntryBody.Merged
                || body instanceof EntryBody.Unmerged;
    }
}
