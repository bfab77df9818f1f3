package outfitter.server.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import outfitter.server.ServerConfig;
import outfitter.server.postgres.Migrations;
import outfitter.server.postgres.Postgres;
import picocli.CommandLine.Option;

/** {@code --data DIR}: the shop that a command works on, whether its server is running or not. A picocli mixin. */
public final class ShopData {
    @Option(names = "--data", paramLabel = "DIR", description = "Where the data is kept; ./data unless given.")
    private @Nullable Path data;

    /** The configuration of the environment with what the command line said. */
    public ServerConfig config() {
        ServerConfig config = ServerConfig.from(System.getenv());
        return data == null ? config : config.withData(data);
    }

    /**
     * The shop's PostgreSQL with its schema up to date: the one that a running server uses, else started for the caller,
     * who closes it. Throws {@link outfitter.server.StartFailure}.
     */
    public Postgres open() {
        ServerConfig config = config();
        Postgres postgres = Postgres.forCommand(config.database(), config.data());
        try {
            Migrations.apply(postgres.address());
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }
}
