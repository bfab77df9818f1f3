/**
 * WhatsApp's Cloud API: {@link outfitter.server.channel.whatsapp.Webhook} reads what Meta calls with, {@link
 * outfitter.server.channel.whatsapp.Bodies} writes what it is sent, and {@link outfitter.server.channel.whatsapp.Graph}
 * sends it.
 */
@NullMarked
package outfitter.server.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
