package outfitter.server.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.assist.queue.Attendance;
import outfitter.models.account.Account;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.Episode;
import outfitter.models.journal.News;
import outfitter.models.json.Json;

/** One agent's screen: what it sends, and what it is told. Runs on one context. */
final class LiveSocket {
    static final short SIGNED_OUT = 4401;
    /** What is beyond the server's own limit cannot even be read, so there is nothing to answer to. */
    private static final short TOO_BIG = 1009;

    private static final int LONGEST_FRAME = 8 * 1024;
    private static final int MOST_WATCHED = 50;

    private final ServerWebSocket socket;
    private final Account account;
    private final LiveParts parts;
    private final Context context;
    private final Outgoing outgoing;
    private final Map<ConversationId, Watch> watched = new HashMap<>();
    private final Attendance.Visit visit;
    private News.@Nullable Subscription queue;
    private News.@Nullable Subscription staff;
    private News.@Nullable Subscription typing;
    private boolean closed;

    LiveSocket(ServerWebSocket socket, Account account, LiveParts parts, Context context, long bufferLimit) {
        this.socket = socket;
        this.account = account;
        this.parts = parts;
        this.context = context;
        outgoing = new Outgoing(socket, bufferLimit);
        visit = parts.attendance().arrive(account.id(), account.displayName());
    }

    /** Tells who one is and the present state, then changes, until the line is cut. */
    void open(Runnable onClose) {
        socket.textMessageHandler(text -> context.runOnContext(nothing -> hear(text)));
        socket.binaryMessageHandler(bytes -> fault("Send text frames of JSON"));
        socket.exceptionHandler(broken -> outgoing.close(TOO_BIG, "a frame was too big or broken"));
        socket.closeHandler(gone -> {
            onClose.run();
            context.runOnContext(nothing -> close());
        });
        outgoing.send(new Frames.Hello(AccountView.of(account)));
        parts.queue()
                .follow(
                        rows -> outgoing.send(new Frames.Queue(rows)),
                        news -> outgoing.send(parts.queueTexts().of(news)))
                .onSuccess(following -> context.runOnContext(nothing -> {
                    queue = following;
                    if (closed) following.close();
                }));
        staff = parts.attendance().follow(present -> outgoing.send(new Frames.Staff(present)));
        typing = parts.typing()
                .onCustomers(conversation -> context.runOnContext(nothing -> {
                    if (watched.containsKey(conversation)) outgoing.send(new Frames.Typing(conversation.value()));
                }));
    }

    /** The session is over: nothing more is told, and what the agent had goes back at once. */
    void signOut() {
        visit.leave();
        outgoing.close(SIGNED_OUT, "signed out");
    }

    private void close() {
        if (closed) return;
        closed = true;
        visit.close();
        watched.values().forEach(Watch::close);
        watched.clear();
        for (News.@Nullable Subscription one : new News.@Nullable Subscription[] {queue, staff, typing}) {
            if (one != null) one.close();
        }
    }

    private void hear(String text) {
        if (closed) return;
        if (text.length() > LONGEST_FRAME) {
            fault("A frame may have at most " + LONGEST_FRAME + " characters");
            return;
        }
        try {
            JsonNode frame = Json.MAPPER.readTree(text);
            if (frame == null || !frame.isObject()) fault("A frame is one JSON object");
            else hear(frame);
        } catch (JsonProcessingException e) {
            fault("The frame is not JSON");
        }
    }

    private void hear(JsonNode frame) {
        String type = frame.path("type").asText("");
        switch (type) {
            case "ping" -> outgoing.send(new Frames.Pong());
            case "watch" -> conversation(frame).ifPresent(id -> watch(id, frame.path("after")));
            case "unwatch" -> conversation(frame).ifPresent(this::unwatch);
            case "typing" -> conversation(frame).ifPresent(this::typing);
            default -> fault("type: one of watch, unwatch, typing, ping");
        }
    }

    private void watch(ConversationId id, JsonNode after) {
        long seq = after.isMissingNode() ? 0 : number(after);
        if (seq < 0) {
            fault("after: must be a seq, 0 for everything");
        } else if (watched.size() >= MOST_WATCHED && !watched.containsKey(id)) {
            fault("watch: at most " + MOST_WATCHED + " conversations at once");
        } else {
            parts.conversations()
                    .find(id)
                    .onComplete(found -> context.runOnContext(nothing -> {
                        if (closed) return;
                        if (found.failed()) outgoing.close((short) 1011, "cannot read; connect again and resume");
                        else if (found.result().isEmpty()) fault("conversation: there is no " + id);
                        else start(id, seq);
                    }));
        }
    }

    private void start(ConversationId id, long after) {
        unwatch(id);
        Watch watch = new Watch(id, account.id(), outgoing, context, parts);
        watched.put(id, watch);
        watch.start(after);
    }

    private void unwatch(ConversationId id) {
        Watch watch = watched.remove(id);
        if (watch != null) watch.close();
    }

    // Customers read the name, so only of who has their conversation.
    private void typing(ConversationId id) {
        if (!watched.containsKey(id)) return;
        parts.conversations()
                .find(id)
                .onSuccess(found -> found.flatMap(now -> now.state()
                                .openEpisode()
                                .map(Episode::claimedBy)
                                .filter(holder -> holder == account.id()))
                        .ifPresent(holder -> parts.typing().byStaff(id, account.displayName())));
    }

    private Optional<ConversationId> conversation(JsonNode frame) {
        long id = number(frame.path("conversation"));
        if (id < 1) fault("conversation: must be a conversation's number");
        return id < 1 ? Optional.empty() : Optional.of(new ConversationId(id));
    }

    /** A number, also as text; -1 for anything else. */
    private static long number(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) return value.longValue();
        String text = value.isTextual() ? value.asText() : "";
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private void fault(String detail) {
        outgoing.send(new Frames.Fault(detail));
    }
}
