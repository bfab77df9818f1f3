/** Who proves on the site that a telephone number is theirs goes on there in the same conversation. */
@NullMarked
package outfitter.server.channel.phone;

import org.jspecify.annotations.NullMarked;
