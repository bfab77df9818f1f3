package outfitter.server.staff;

import io.netty.buffer.ByteBufUtil;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.json.Json;

/**
 * What is on its way to one socket, bounded: a reader who is too slow for it is cut off with a code that says so, and
 * resumes by seq, instead of filling the memory of everybody. Thread-safe.
 */
final class Outgoing {
    /** Close code for a reader who does not keep up. */
    static final short TOO_SLOW = 4008;

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final ServerWebSocket socket;
    private final long limit;
    private final AtomicLong waiting = new AtomicLong();

    /** @param limit bytes that may wait to be taken by the network */
    Outgoing(ServerWebSocket socket, long limit) {
        this.socket = socket;
        this.limit = limit;
    }

    /** Sends {@code frame}; completes when the network has taken it. */
    Future<Void> send(Object frame) {
        return socket.isClosed() ? Future.failedFuture("closed") : send(Json.write(frame));
    }

    /** The same for a frame that was written before. */
    Future<Void> send(String text) {
        if (socket.isClosed()) return Future.failedFuture("closed");
        int size = ByteBufUtil.utf8Bytes(text);
        if (waiting.addAndGet(size) > limit) {
            waiting.addAndGet(-size);
            LOG.info("live socket cut, reader too slow bytes={}", waiting.get());
            close(TOO_SLOW, "too slow; connect again and resume");
            return Future.failedFuture("too slow");
        }
        return socket.writeTextMessage(text).onComplete(done -> waiting.addAndGet(-size));
    }

    /** Bytes that the network has not taken yet. */
    long waiting() {
        return waiting.get();
    }

    void close(short code, String reason) {
        if (!socket.isClosed()) socket.close(code, reason);
    }
}
