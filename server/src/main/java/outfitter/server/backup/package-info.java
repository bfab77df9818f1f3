/**
 * Taking the shop's data away and putting it back: {@link outfitter.server.backup.Backup} writes a file,
 * {@link outfitter.server.backup.Restore} reads one, {@link outfitter.server.backup.Move} goes from database to database
 * without a file between. All three copy a {@link outfitter.server.backup.Snapshot}, so that what one of them can carry
 * the others can too. The format is PostgreSQL's own text of each table, which every version from 15 on reads, so the
 * two databases need not be of one version, and nothing but this server is needed to go back.
 */
@NullMarked
package outfitter.server.backup;

import org.jspecify.annotations.NullMarked;
