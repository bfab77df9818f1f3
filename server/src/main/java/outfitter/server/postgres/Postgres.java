package outfitter.server.postgres;

import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that holds the shop, ours or an operator's. */
public interface Postgres {
    /** Where it answers now; ours may come back on another port after it died. May be called from any thread. */
    DatabaseAddress address();

    /** Lets go of it: stops ours, leaves an operator's alone. May block for some seconds; harmless when repeated. */
    void close();

    /**
     * For the server: the external one if there is one, checked, else our own below {@code data}, started.
     *
     * @throws outfitter.server.StartFailure when it cannot be used, in one clear line
     */
    static Postgres forServer(Optional<DatabaseAddress> external, Path data) {
        return external.<Postgres>map(ExternalPostgres::checked).orElseGet(() -> EmbeddedPostgres.start(data));
    }

    /** For a command that works on the shop's data while the server may be running on it, or may not. */
    static Postgres forCommand(Optional<DatabaseAddress> external, Path data) {
        return external.<Postgres>map(ExternalPostgres::checked)
                .or(() -> EmbeddedPostgres.running(data).map(address -> new ExternalPostgres(address)))
                .orElseGet(() -> EmbeddedPostgres.start(data));
    }
}
