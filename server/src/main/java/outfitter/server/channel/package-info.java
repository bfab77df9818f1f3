/**
 * The ways in which customers and the shop reach each other. Each is one package with one {@link
 * outfitter.server.channel.Channel}, and one line in the list that the server mounts; what they have in common is that a
 * message goes in by {@link outfitter.server.channel.Reception} and is acknowledged after its commit.
 */
@NullMarked
package outfitter.server.channel;

import org.jspecify.annotations.NullMarked;
