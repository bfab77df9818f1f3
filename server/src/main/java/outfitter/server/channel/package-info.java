/**
 * The ways in which customers and the shop reach each other. Each is one package with one {@link
 * outfitter.server.channel.Channel}, and one line in the list that the server mounts; what they have in common is that a
 * message goes in by {@link outfitter.server.channel.Reception} and is acknowledged after its commit.
 *
 * <p>The site's chat ({@code directline}) is asked for what is new. A messaging service ({@code whatsapp}) calls us and is
 * called: it implements what {@code service} asks for, {@code arrival} takes in what it tells, {@code delivery} brings replies
 * to it, {@code phone} joins it with the site, and {@code post} puts these together.
 */
@NullMarked
package outfitter.server.channel;

import org.jspecify.annotations.NullMarked;
