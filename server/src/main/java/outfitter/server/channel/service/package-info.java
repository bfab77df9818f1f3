/**
 * What a messaging service has to be for us: {@link outfitter.server.channel.service.PushChannel}, what it tells ({@link
 * outfitter.server.channel.service.Happening}) and what it is brought ({@link outfitter.server.channel.service.Piece}).
 */
@NullMarked
package outfitter.server.channel.service;

import org.jspecify.annotations.NullMarked;
