/**
 * How well sentences are read, measured on files that anybody may bring: trained on one, thresholds taken from another,
 * judged by a third.
 */
@NullMarked
package outfitter.bot.understanding.evaluation;

import org.jspecify.annotations.NullMarked;
