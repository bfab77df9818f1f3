/**
 * Brings replies to messaging services: {@link outfitter.server.channel.delivery.Deliverer} says when, {@link
 * outfitter.server.channel.delivery.Courier} brings one reply and settles what became of it, and staff see both by {@link
 * outfitter.server.channel.delivery.ReplyTracks}.
 */
@NullMarked
package outfitter.server.channel.delivery;

import org.jspecify.annotations.NullMarked;
