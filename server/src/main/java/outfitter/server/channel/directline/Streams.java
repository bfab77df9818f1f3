package outfitter.server.channel.directline;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.journal.Committed;
import outfitter.models.journal.News;
import outfitter.models.journal.News.Subscription;
import outfitter.models.shop.ProductCards;
import outfitter.server.channel.Typing;
import outfitter.server.site.Visitors;

/**
 * The open sockets of this node and what they share. Thread-safe.
 */
public final class Streams implements AutoCloseable {
    private static final long PULSE_MILLIS = 30_000;
    private static final long SILENCE_NANOS = Duration.ofSeconds(100).toNanos();
    private static final long QUEUE_NEWS_MILLIS = 200;

    private final Vertx vertx;
    private final Visitors visitors;
    private final History history;
    private final ProductCards products;
    private final News news;
    private final Typing typing;
    private final Standings standings;
    private final Clock clock;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    // Visitors who look on but have no conversation yet, by address.
    private final Map<String, Set<Stream>> expecting = new ConcurrentHashMap<>();
    private final AtomicBoolean queueMoved = new AtomicBoolean();
    private final Subscription everything;
    private final long pulse;

    public Streams(
            Vertx vertx,
            Visitors visitors,
            Conversations conversations,
            ProductCards products,
            News news,
            Typing typing,
            Standings standings,
            Clock clock) {
        this.vertx = vertx;
        this.visitors = visitors;
        this.history = new History(conversations);
        this.products = products;
        this.news = news;
        this.typing = typing;
        this.standings = standings;
        this.clock = clock;
        visitors.onOpened(this::arrived);
        everything = news.subscribeAll(this::hear);
        pulse = vertx.setPeriodic(PULSE_MILLIS, tick -> open.forEach(stream -> stream.pulse(SILENCE_NANOS)));
    }

    /** Serves {@code socket} from {@code seen} on, until either side closes it. */
    void serve(ServerWebSocket socket, Activities look, Watermark seen) {
        Stream stream = new Stream(this, vertx.getOrCreateContext(), socket, look, seen);
        open.add(stream);
        stream.start();
    }

    /** How many sockets are open now. */
    public int size() {
        return open.size();
    }

    /** How many of them have more to show than their client takes. */
    public int heldBack() {
        return (int) open.stream().filter(Stream::isHeldBack).count();
    }

    /** Characters that are written and that no client's network has taken yet; grows with the sockets, never with what is said. */
    public long waitingCharacters() {
        return open.stream().mapToLong(Stream::waitingCharacters).sum();
    }

    /** Closes every socket; their clients come back elsewhere. */
    @Override
    public void close() {
        everything.close();
        vertx.cancelTimer(pulse);
        open.forEach(Stream::leave);
    }

    Visitors visitors() {
        return visitors;
    }

    History history() {
        return history;
    }

    News news() {
        return news;
    }

    Typing typing() {
        return typing;
    }

    Standings standings() {
        return standings;
    }

    Clock clock() {
        return clock;
    }

    /** What these entries show, priced and stocked as of now, by product. */
    Future<Map<String, ProductCards.Detailed>> shown(List<Entry> entries) {
        List<String> named = Activities.products(entries);
        if (named.isEmpty()) return Future.succeededFuture(Map.of());
        return products.detailed(named)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(each -> each.card().id(), Function.identity())));
    }

    /** Wakes {@code stream} when a conversation is opened at {@code address}. */
    void expect(String address, Stream stream) {
        expecting.compute(address, (key, streams) -> {
            Set<Stream> set = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            set.add(stream);
            return set;
        });
    }

    void closed(Stream stream, String address) {
        open.remove(stream);
        expecting.computeIfPresent(address, (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void arrived(String address) {
        Set<Stream> waiting = expecting.remove(address);
        if (waiting != null) waiting.forEach(Stream::find);
    }

    private void hear(Committed committed) {
        for (Entry entry : committed.entries()) {
            EntryBody body = entry.body();
            if (body instanceof EntryBody.CustomerMessage said) arrived(said.address());
            else if (movesQueue(body) && queueMoved.compareAndSet(false, true)) {
                vertx.setTimer(QUEUE_NEWS_MILLIS, tick -> tellWaiting());
            }
        }
    }

    private static boolean movesQueue(EntryBody body) {
        return body instanceof EntryBody.HandedOff
                || body instanceof EntryBody.Claimed
                || body instanceof EntryBody.Released
                || body instanceof EntryBody.ReturnedToBot
                || body instanceof EntryBody.EpisodeEnded;
    }

    private void tellWaiting() {
        queueMoved.set(false);
        open.forEach(Stream::queueMoved);
    }
}
