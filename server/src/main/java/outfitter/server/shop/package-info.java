/**
 * The shop as its visitors use it: shelves, products, pictures and help for everybody, a cart and a till for who holds a
 * visitor's token. What is put into a cart or ordered is told to the customer's conversation, and orders to whoever
 * listens. Nothing here knows what a piece cost.
 */
@NullMarked
package outfitter.server.shop;

import org.jspecify.annotations.NullMarked;
