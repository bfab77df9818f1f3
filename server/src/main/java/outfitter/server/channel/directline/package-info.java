/**
 * Microsoft's Direct Line 3.0, as the site's widget and any public client speak it.
 *
 * <p>A client gets a token, starts or resumes its conversation, posts activities over HTTP and reads them from a WebSocket
 * whose address is a single-use {@link outfitter.server.channel.directline.Tickets ticket}. What it reads is the person's
 * conversation: {@link outfitter.server.channel.directline.Activities} says how each kind of entry looks to a customer, and
 * which never leave. A {@link outfitter.server.channel.directline.Watermark} remembers how far a client came, so that after
 * any cut it misses nothing and sees nothing twice, merges included.
 */
@NullMarked
package outfitter.server.channel.directline;

import org.jspecify.annotations.NullMarked;
