/** The messaging services put together, for whoever builds a server. */
@NullMarked
package outfitter.server.channel.post;

import org.jspecify.annotations.NullMarked;
