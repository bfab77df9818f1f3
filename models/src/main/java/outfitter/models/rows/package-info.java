/** What every reader and writer of many rows needs: rows turned into one array a column, and tables read one at a time. */
@NullMarked
package outfitter.models.rows;

import org.jspecify.annotations.NullMarked;
