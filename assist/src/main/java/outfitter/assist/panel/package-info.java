/**
 * The assist panel: what an agent sees beside a conversation, and live suggestions.
 *
 * <p>{@link outfitter.assist.panel.Panels} puts the panel together; {@link outfitter.assist.panel.Showcase} decides which
 * suggestions are really shown, holds them while a problem is open, and keeps the impressions; {@link
 * outfitter.assist.panel.PanelFeed} computes both anew after whatever could change them, and tells who watches.
 */
@NullMarked
package outfitter.assist.panel;

import org.jspecify.annotations.NullMarked;
