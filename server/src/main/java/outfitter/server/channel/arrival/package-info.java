/** Takes in what messaging services tell: messages, the files that came with them, and what became of replies. */
@NullMarked
package outfitter.server.channel.arrival;

import org.jspecify.annotations.NullMarked;
