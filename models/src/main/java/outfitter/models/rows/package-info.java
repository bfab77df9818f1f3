/** What every writer of many rows at once needs: rows turned into one array a column. */
@NullMarked
package outfitter.models.rows;

import org.jspecify.annotations.NullMarked;
