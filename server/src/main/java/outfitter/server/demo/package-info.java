/** What makes the demonstration look lived in: conversations that customers had before the visitor came. */
@NullMarked
package outfitter.server.demo;

import org.jspecify.annotations.NullMarked;
