/**
 * Judges the recommender on data files, one class a measure. What can be tuned is tuned on the end of the training part by
 * the measure itself; the test part is only ever looked at to count. Ties count against us.
 */
@NullMarked
package outfitter.recommender.evaluation;

import org.jspecify.annotations.NullMarked;
