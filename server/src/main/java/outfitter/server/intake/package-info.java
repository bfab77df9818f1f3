/**
 * Moving in: a shop's own products, orders and customers from files.
 *
 * <p>{@link outfitter.server.intake.ImportCommand} does it from the command line, {@code StudioImport} from a file dropped
 * on the studio; both run {@link outfitter.server.intake.Import}, which reads by {@code table} and writes by {@link
 * outfitter.models.intake.Intake}. {@link outfitter.server.intake.FactListener} hears of every fact that was committed,
 * by this server or beside it, and has the catalogue, the index and the conversations follow.
 */
@NullMarked
package outfitter.server.intake;

import org.jspecify.annotations.NullMarked;
