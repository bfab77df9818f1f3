package outfitter.server.postgres;

import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that holds the shop, ours or an operator's. */
public interface Postgres {
    /** Where an operator writes the address of a PostgreSQL of theirs. */
    String VARIABLE = "OUTFITTER_DATABASE_URL";

    /** Where it answers now; ours may come back on another port after it died. May be called from any thread. */
    DatabaseAddress address();

    /** Whether no other server can be working on it. */
    boolean isOurs();

    /** Lets go of it: stops ours, leaves an operator's alone. May block for some seconds; harmless when repeated. */
    void close();

    /**
     * For the server: the external one if there is one, checked, else our own below {@code data}, started.
     *
     * @throws outfitter.server.StartFailure when it cannot be used, in one clear line
     */
    static Postgres forServer(Optional<DatabaseAddress> external, Path data) {
        return external.<Postgres>map(found -> external(VARIABLE, found)).orElseGet(() -> EmbeddedPostgres.start(data));
    }

    /**
     * An operator's, checked.
     *
     * @param name what the operator calls its address, for the line that says what is wrong with it
     * @throws outfitter.server.StartFailure when it cannot be used
     */
    static Postgres external(String name, DatabaseAddress address) {
        return ExternalPostgres.checked(name, address);
    }

    /** For a command that works on the shop's data while the server may be running on it, or may not. */
    static Postgres forCommand(Optional<DatabaseAddress> external, Path data) {
        return external.<Postgres>map(found -> external(VARIABLE, found))
                .or(() -> EmbeddedPostgres.running(data).map(address -> new ExternalPostgres(address)))
                .orElseGet(() -> EmbeddedPostgres.start(data));
    }
}
