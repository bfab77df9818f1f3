/**
 * Reads tables that shops export: CSV in whatever encoding, with whatever separator, dates and decimal signs, gzipped or
 * not. Knows nothing of databases.
 *
 * <p>A file is read twice. {@link outfitter.server.intake.table.Survey} looks at all of it first, and decides by evidence
 * what cannot be known from one row: the encoding, the order of day and month, the decimal sign, and which orders or
 * products do not stand together. Then {@link outfitter.server.intake.table.Groups} hands out the rows, those of one
 * order or product together, and the readers of {@link outfitter.server.intake.table.Kind} make facts of them. Neither
 * holds more than a few rows of an ordered file.
 */
@NullMarked
package outfitter.server.intake.table;

import org.jspecify.annotations.NullMarked;
