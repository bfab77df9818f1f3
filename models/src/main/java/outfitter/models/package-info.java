/**
 * The nouns of the shop and the tables behind them.
 *
 * <p>A customer has one conversation for life: a gapless sequence of entries, cut into episodes that the bot, the queue
 * or an agent holds. The shop's facts (products, stock, orders, parcels, returns, carts) stand beside it. Each noun is a
 * record, and next to it stands the repository that reads and writes its table. This module states and never decides: it
 * knows no intents, no routes and no thresholds, and depends on nothing else of ours.
 */
@NullMarked
package outfitter.models;

import org.jspecify.annotations.NullMarked;
