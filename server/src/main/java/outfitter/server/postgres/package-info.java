/**
 * The database that the server stands on.
 *
 * <p>Either an operator names a PostgreSQL of theirs, or we bring one: {@link outfitter.server.postgres.EmbeddedPostgres}
 * unpacks it, makes a durable cluster below the data directory, runs it as a child process and starts it again when it
 * dies. {@link outfitter.server.postgres.Postgres} is what both have in common, {@code Migrations} brings the schema up to
 * date, and {@link outfitter.server.postgres.Database} holds the pools that everybody queries through.
 */
@NullMarked
package outfitter.server.postgres;

import org.jspecify.annotations.NullMarked;
