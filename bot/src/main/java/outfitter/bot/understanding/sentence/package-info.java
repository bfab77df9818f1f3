/**
 * Reads a text by the meaning of its sentence: a vector from a small language model, joined with words and pieces of words
 * where there is data enough, and linear classifiers over both. What belongs to no class is told by a second, small model
 * over signals of how well the text fits anywhere. Everything is learned in seconds on the shop's own machine, and every
 * probability is fitted on utterances that the weights had not seen.
 */
@NullMarked
package outfitter.bot.understanding.sentence;

import org.jspecify.annotations.NullMarked;
