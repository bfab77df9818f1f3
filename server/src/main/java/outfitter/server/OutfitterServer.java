package outfitter.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.server.http.Api;
import outfitter.server.http.StaticPages;
import outfitter.server.operation.Metrics;
import outfitter.server.postgres.Migrations;
import outfitter.server.postgres.Postgres;

/** A whole server in this process: its PostgreSQL, its schema, its Vert.x. Started and stopped by the thread that owns it. */
public final class OutfitterServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutfitterServer.class);
    private static final long PATIENCE_SECONDS = 12;

    private final ServerConfig config;
    private final Postgres postgres;
    private final Metrics metrics;
    private final Vertx vertx;
    private final ServerVerticle verticle;

    private OutfitterServer(ServerConfig config, Postgres postgres) {
        this.config = config;
        this.postgres = postgres;
        metrics = new Metrics();
        vertx = metrics.measured(Vertx.builder(), new VertxOptions().setPreferNativeTransport(true))
                .build();
        verticle = new ServerVerticle(config, postgres, metrics, StaticPages.load());
    }

    /** Starts everything and returns when it can take traffic. Throws {@link StartFailure}, with nothing left running. */
    public static OutfitterServer start(ServerConfig config) {
        config.unknown().forEach(name -> LOG.warn("unknown variable {}, is it misspelt?", name));
        if (config.means() == Means.SENTENCES) inBackground("embedding", ShopUnderstander::warmUp);
        Postgres postgres = Postgres.forServer(config.database(), config.data());
        try {
            Migrations.apply(postgres.address());
            OutfitterServer server = new OutfitterServer(config, postgres);
            server.open();
            inBackground("languages", ShopUnderstander::warmUpForTexts);
            return server;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    // The embedding's weights are read while PostgreSQL starts, the detector of languages once traffic can be taken;
    // whoever needs them first waits for the rest.
    private static void inBackground(String name, Runnable loading) {
        Thread thread = new Thread(loading, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** As {@code http://127.0.0.1:8080}. */
    public String url() {
        return config.url(port());
    }

    public int port() {
        return verticle.port();
    }

    /** What the operator should read: demo sign-ins, or the link that makes the first admin. */
    public List<String> notices() {
        return verticle.notices(config.site().publicUrl().orElseGet(this::url));
    }

    /** The register of what is mounted. */
    Api api() {
        return verticle.api();
    }

    /** Ends running requests, closes, and stops our PostgreSQL. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("not everything closed in time");
        } finally {
            metrics.close();
            postgres.close();
        }
    }

    private void open() {
        try {
            vertx.deployVerticle(verticle)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            close();
            throw reason(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException reason(Throwable failure) {
        if (failure instanceof StartFailure start) return start;
        String said = messages(failure);
        if (said.contains("Address already in use")) {
            return new StartFailure("port " + config.port() + " is in use; choose another with --port", failure);
        }
        if (said.contains("Permission denied")) {
            return new StartFailure("--port: this user may not listen on port " + config.port(), failure);
        }
        if (failure instanceof UnknownHostException || said.contains("Cannot assign requested address")) {
            return new StartFailure("--host: this machine has no address " + config.host(), failure);
        }
        return new IllegalStateException("the server does not start", failure);
    }

    /** Epoll and nio have exceptions of their own for the same refusals, with the same words from the system. */
    private static String messages(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(each -> String.valueOf(each.getMessage()))
                .collect(Collectors.joining("; "));
    }
}
