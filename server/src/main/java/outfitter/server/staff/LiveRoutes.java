package outfitter.server.staff;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.account.Account;
import outfitter.models.account.Sessions;
import outfitter.server.http.Access;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;

/** {@code /api/live}: the sockets of agents' screens. A socket lives no longer than the session that opened it. */
public final class LiveRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
    private static final long BUFFER_LIMIT = 4 * 1024 * 1024;
    private static final Duration CHECK = Duration.ofSeconds(30);
    private static final long RECHECK_MILLIS = 10;

    private final Vertx vertx;
    private final LiveParts parts;
    private final Sessions sessions;
    private final long bufferLimit;
    private final Map<String, Set<LiveSocket>> open = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final long check;

    public LiveRoutes(Vertx vertx, LiveParts parts, Sessions sessions) {
        this(vertx, parts, sessions, BUFFER_LIMIT);
    }

    LiveRoutes(Vertx vertx, LiveParts parts, Sessions sessions, long bufferLimit) {
        this.vertx = vertx;
        this.parts = parts;
        this.sessions = sessions;
        this.bufferLimit = bufferLimit;
        check = vertx.setPeriodic(CHECK.toMillis(), tick -> checkSessions());
    }

    public void mount(Api api) {
        api.socket(
                "/api/live",
                Operation.of("Tells an agent's screen the present state, then every change")
                        .by(Access.AGENT),
                this::open);
    }

    /** Ends the sockets of a session that its owner ended. */
    public void signedOut(String token) {
        open.getOrDefault(token, Set.of()).forEach(LiveSocket::signOut);
    }

    /** Some session ended somewhere: looks soon whether it was one of those that have sockets here. */
    public void recheck() {
        if (due.compareAndSet(false, true)) {
            vertx.setTimer(RECHECK_MILLIS, tick -> {
                due.set(false);
                checkSessions();
            });
        }
    }

    public void stop() {
        vertx.cancelTimer(check);
    }

    private void open(RoutingContext ctx) {
        Account account = StaffGuard.account(ctx);
        String token = StaffGuard.token(ctx.request()).orElseThrow();
        ctx.request()
                .toWebSocket()
                .onSuccess(socket -> open(socket, account, token))
                .onFailure(failure -> LOG.debug("no socket", failure));
    }

    private void open(ServerWebSocket socket, Account account, String token) {
        Context context = vertx.getOrCreateContext();
        LiveSocket live = new LiveSocket(socket, account, parts, context, bufferLimit);
        open.computeIfAbsent(token, any -> ConcurrentHashMap.newKeySet()).add(live);
        live.open(() -> open.computeIfPresent(token, (any, sockets) -> {
            sockets.remove(live);
            return sockets.isEmpty() ? null : sockets;
        }));
    }

    private static boolean mayListen(Account account) {
        return StaffGuard.permits(account.role(), Access.AGENT);
    }

    // A session may also end on another node, by its age, or because its account was disabled or has another role now.
    private void checkSessions() {
        open.keySet()
                .forEach(token -> sessions.account(token)
                        .onSuccess(account -> {
                            if (account.filter(LiveRoutes::mayListen).isEmpty()) signedOut(token);
                        })
                        .onFailure(failure -> LOG.warn("sessions not checked cause={}", failure.toString())));
    }
}
