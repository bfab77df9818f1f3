package outfitter.server.staff;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private static final int HUGE = 1 << 24;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client = vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(HUGE).setMaxMessageSize(HUGE));

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @Test
    void aReaderWhoDoesNotKeepUpIsCutOffWithACodeThatSaysSo() throws Exception {
        CompletableFuture<Long> kept = new CompletableFuture<>();
        HttpServer server = vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    Outgoing outgoing = new Outgoing(socket, 1_000_000);
                    String frame = "x".repeat(100_000);
                    // Nobody reads, so the network's own buffers fill first, whatever their size.
                    for (int i = 0; i < 1_000 && !socket.isClosed(); i++) outgoing.send(List.of(frame));
                    kept.complete(outgoing.waiting());
                })
                .listen(0, "127.0.0.1")
                .await(10, SECONDS);
        CompletableFuture<Short> code = new CompletableFuture<>();

        WebSocket reader = client.connect(server.actualPort(), "127.0.0.1", "/")
                .map(socket -> {
                    socket.pause();
                    socket.closeHandler(gone -> code.complete(socket.closeStatusCode()));
                    return socket;
                })
                .await(10, SECONDS);

        assertThat(kept.get(10, SECONDS)).isLessThan(1_200_000);
        reader.resume();
        assertThat(code.get(10, SECONDS)).isEqualTo(Outgoing.TOO_SLOW);
    }
}
