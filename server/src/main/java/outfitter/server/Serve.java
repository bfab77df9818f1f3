package outfitter.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outfitter serve}: runs until it is told to stop, then ends with status 0. */
@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    @Option(names = "--host", paramLabel = "H", description = "Address to listen on; 127.0.0.1 unless given.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 8080 unless given, 0 for any free one.")
    private @Nullable Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the data is kept; ./data unless given.")
    private @Nullable Path data;

    @Option(names = "--demo", description = "Opens the demo shop.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        OutfitterServer server = OutfitterServer.start(config());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        System.out.println("ready " + server.url());
        server.notices().forEach(System.out::println);
        Thread.currentThread().join();
        return 0;
    }

    private ServerConfig config() {
        ServerConfig config = ServerConfig.from(System.getenv());
        if (host != null) config = config.withHost(host);
        if (port != null) config = config.withPort(port);
        if (data != null) config = config.withData(data);
        return demo ? config.withDemo(true) : config;
    }

    /** A stop that was asked for is a success: without the halt, the JVM would report the signal instead. */
    private static void stop(OutfitterServer server) {
        LOG.info("stopping");
        server.close();
        LOG.info("stopped");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
